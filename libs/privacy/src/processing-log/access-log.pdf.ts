import { writePdf, type PdfBlock } from '#platform';
import type { AccessLogPage } from './access-log.queries.js';

const DAY = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
const LIST = new Intl.ListFormat('nl', { type: 'conjunction' });

/** The same as on the screen, to keep or to take along: tagged, in Dutch, and of nobody else. */
export function accessLogPdf(page: AccessLogPage, madeAt: Date): Promise<Buffer> {
  const names = page.people.map(({ name }) => name);
  return writePdf({
    title: 'Wie zag mijn dossier?',
    footer: 'Naast · overzicht van inzage',
    madeAt,
    blocks: [
      { kind: 'paragraph', text: names.length > 0 ? `Dit overzicht is van ${LIST.format(names)}.` : 'Er is nog geen dossier bij dit account.' },
      { kind: 'paragraph', text: 'U ziet welke medewerker in uw dossier keek of er iets mee deed, en waarom. Klopt er iets niet? Vraag het aan uw regisseur of aan de privacyfunctionaris van de gemeente.' },
      ...days(page),
      ...(page.nextCursor ? [{ kind: 'paragraph', text: 'Dit zijn de laatste regels. Wilt u ook de oudere zien? Vraag het aan uw regisseur.' } as const] : []),
    ],
  });
}

function days({ items, people }: AccessLogPage): PdfBlock[] {
  const several = people.length > 1;
  if (items.length === 0) return [{ kind: 'paragraph', text: 'Nog niemand heeft in het dossier gekeken.' }];
  const perDay = new Map<string, AccessLogPage['items'][number][]>();
  for (const item of items) {
    const heading = DAY.format(new Date(`${item.day}T12:00:00Z`));
    perDay.set(heading, [...(perDay.get(heading) ?? []), item]);
  }
  return [...perDay].flatMap(([heading, found]): PdfBlock[] => [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'list', items: found.map((item) => lineOf(item, several)) },
  ]);
}

function lineOf({ who, organisation, what, why, times, names }: AccessLogPage['items'][number], several: boolean): string {
  const at = times.length === 1 ? `om ${TIME.format(times[0])}` : `${times.length} keer, de laatste keer om ${TIME.format(times[0])}`;
  return `${capital(who)} van ${organisation} ${what}${why ? `, ${why}` : ''} (${at}${several ? `; over ${LIST.format(names)}` : ''}).`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
