import { addDays } from '#kernel';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';
import { notify } from './inbox.js';
import { tell } from './regie.js';

interface Emergency {
  readonly by: string;
  readonly daysAgo: number;
  readonly reason: string;
  readonly review?: { readonly outcome: 'justified' | 'not-justified'; readonly note: string };
}

const EMERGENCIES: readonly Emergency[] = [
  { by: 'regisseur-zuid', daysAgo: 1, reason: 'De crisisdienst belde ’s avonds. De regisseur was vrij en het adres was nodig.' },
  { by: 'case-worker', daysAgo: 4, reason: 'Een kind stond alleen bij de balie en ik moest weten wie ik kon bellen.' },
  {
    by: 'regisseur-zuid', daysAgo: 24, reason: 'Er werd gebeld over een uithuiszetting van de volgende ochtend.',
    review: { outcome: 'justified', note: 'De deurwaarder stond er echt. De regisseur was niet bereikbaar.' },
  },
  {
    by: 'case-worker', daysAgo: 40, reason: 'Ik wilde weten of dit gezin al hulp had.',
    review: { outcome: 'not-justified', note: 'Dit was geen nood. Besproken: dat vraag je aan de regisseur.' },
  },
];

/** Emergencies that were and are to be reviewed, and somebody who stands in next month. */
export function writeInvolvement(book: DemoBook, families: readonly DemoFamily[]): void {
  const inHelp = families.filter(({ state, team }) => team === 'WIJ Noord' && (state === 'active' || state === 'scaled-up'));
  for (const [at, emergency] of EMERGENCIES.entries()) {
    const family = inHelp[at];
    if (family) writeEmergency(book, family, emergency);
  }
  const { people, now } = book;
  book.add('substitution', {
    id: book.idAt(now), municipality_id: people.municipality.Groningen, regisseur_id: people.regisseurs[1], substitute_id: people.user['regisseur'],
    first_day: addDays(book.today, 10), last_day: addDays(book.today, 24), arranged_by: people.user['team-lead'], arranged_at: now, version: 1,
  });
}

function writeEmergency(book: DemoBook, family: DemoFamily, { by, daysAgo, reason, review }: Emergency): void {
  const { user } = book.people;
  const { municipalityId } = family;
  const startedAt = book.during(book.daysAgo(daysAgo));
  const endedAt = new Date(startedAt.getTime() + 25 * 60_000);
  const id = book.idAt(startedAt);
  book.add('break_glass', {
    id, household_id: family.id, municipality_id: municipalityId, user_id: user[by], case_number: family.caseNumber, reason,
    started_at: startedAt, ends_at: new Date(startedAt.getTime() + 60 * 60_000), ended_at: endedAt,
    outcome: review?.outcome ?? null, review_note: review?.note ?? null, reviewed_by: review ? user['privacy-officer'] : null,
    reviewed_at: review ? new Date(endedAt.getTime() + 20 * 3_600_000) : null, version: review ? 3 : 2,
  });
  tell(book, family, startedAt, 'break-glass.opened', 'Een collega heeft dit dossier geopend met noodtoegang.', user[by] ?? null);
  for (const persona of ['privacy-officer', 'team-lead']) {
    notify(book, { userId: user[persona], municipalityId, kind: 'break-glass-used', link: `/privacy/noodtoegang/${id}`, cause: `break-glass.opened:${id}`, at: startedAt });
  }
}
