import { type PdfBlock, type PdfContent } from '#platform';
import { formatLocalDate, localDateOf } from '#kernel';
import type { ExportItem, RightsExportDocument } from './compile.js';
import { FIELD_LABELS, sayValue } from './words.js';

/** The same as the JSON file, to read: in plain Dutch, with headings. */
export function toPdf(document: RightsExportDocument): PdfContent {
  const madeAt = new Date(document.madeAt);
  const whole = document.kind === 'access';
  return {
    title: whole ? 'Uw gegevens bij ons' : 'Uw gegevens om mee te nemen', footer: 'Overzicht van uw gegevens', madeAt,
    blocks: [
      paragraph(`Gemaakt op ${formatLocalDate(localDateOf(madeAt))}. Zaaknummer ${document.caseNumbers.join(' en ')}.`),
      paragraph(whole
        ? 'U vroeg welke gegevens wij van u hebben. Hieronder staat alles: wat het is, waarom wij het hebben en wie het zag (AVG artikel 15).'
        : 'U vroeg uw gegevens om mee te nemen naar een ander. Er is ook een bestand dat een computer kan lezen (AVG artikel 20).'),
      paragraph('Klopt er iets niet? Zeg het tegen uw regisseur of tegen de privacyfunctionaris van de gemeente. U kunt vragen om gegevens te verbeteren, weg te halen of even niet te gebruiken. U kunt ook bezwaar maken, of een klacht sturen naar de Autoriteit Persoonsgegevens.'),
      ...document.sections.flatMap(sectionBlocks),
      ...textBlocks(document),
      heading(2, 'Wat niet in dit overzicht staat'),
      ...document.leftOut.flatMap(({ what, why }) => [heading(3, what), paragraph(why)]),
    ],
  };
}

const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text });

const sectionBlocks = ({ title, about, items }: RightsExportDocument['sections'][number]): PdfBlock[] => {
  if (items.length === 0) return [heading(2, title), paragraph('Hierover hebben wij niets van u.')];
  return [heading(2, title), paragraph(about), ...itemBlocks(items)];
};

/** A story reads as lines; anything else as a few facts per thing. */
function itemBlocks(items: readonly ExportItem[]): PdfBlock[] {
  const isStory = items.every((item) => 'at' in item && ('text' in item || 'what' in item));
  if (isStory) return [{ kind: 'list', items: items.map(lineOf) }];
  return items.map((item) => ({ kind: 'facts', facts: factsOf(item) }));
}

const lineOf = (item: ExportItem): string => {
  const rest = ['organisation', 'what', 'text'].map((field) => sayValue(field, item[field])).filter(Boolean);
  return `${sayValue('at', item['at']) ?? ''}: ${rest.join(' ')}`;
};

const factsOf = (item: ExportItem): [string, string][] =>
  Object.entries(item).flatMap(([field, value]): [string, string][] => {
    const said = sayValue(field, value);
    return said === null ? [] : [[FIELD_LABELS[field] ?? field, said]];
  });

function textBlocks({ kind, texts }: RightsExportDocument): PdfBlock[] {
  if (kind !== 'access') return [];
  const about = 'Dit schreven mensen in hun eigen woorden. Wat over een ander gaat, is zwart gemaakt of weggelaten.';
  if (texts.length === 0) return [heading(2, 'Wat er over u geschreven is'), paragraph('Er zijn geen teksten die wij mogen geven zonder gegevens van anderen.')];
  return [
    heading(2, 'Wat er over u geschreven is'), paragraph(about),
    ...texts.flatMap(({ label, at, text }) => [heading(3, at ? `${label}, ${sayValue('at', at)}` : label), paragraph(text)]),
  ];
}
