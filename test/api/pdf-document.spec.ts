import { describe, expect, it } from '@jest/globals';
import { textOfPdf } from '../support/pdf-text.js';
import { writePdf } from '#platform';

const long = Array.from({ length: 120 }, (_, n) => ({ kind: 'paragraph', text: `Regel ${n}` }) as const);

describe('a PDF for a resident', () => {
  const make = () =>
    writePdf({
      title: 'Uw gegevens bij ons', footer: 'Naast', madeAt: new Date('2026-11-22T10:00:00Z'),
      blocks: [
        { kind: 'heading', level: 2, text: 'Wie u bent' },
        { kind: 'facts', facts: [['Naam', 'Şükran Wiśniewska-Yıldız']] },
        { kind: 'list', items: ['Eén', 'Twee'] },
        ...long,
      ],
    });

  it('can be read again, also names with letters from elsewhere', async () => {
    const text = textOfPdf(await make());
    expect(text).toContain('Uw gegevens bij ons');
    expect(text).toContain('Naam: Şükran Wiśniewska-Yıldız');
    expect(text).toContain('Regel 119');
  });

  it('is tagged, in Dutch, with headings, and shows its title', async () => {
    const raw = (await make()).toString('latin1');
    for (const part of ['/Marked true', '/Lang (nl-NL)', '/S /H1', '/S /H2', '/S /P', '/S /LI', '/DisplayDocTitle true']) expect(raw).toContain(part);
  });

  it('numbers its pages', async () => {
    const pages = textOfPdf(await make()).match(/bladzijde \d van \d/g);
    expect(pages?.length).toBeGreaterThan(1);
    expect(pages?.at(0)).toBe(`bladzijde 1 van ${pages?.length}`);
  });
});
