import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { localDate } from '#kernel';
import { SIGNAL_COLUMNS, type SignalColumn } from './columns.js';
import { planSignalImport, readSignalFile } from './plan-signal-import.js';
import { personKeyOf } from './read-signal.js';

const RULES = { today: localDate('2026-11-23'), places: ['Groningen', 'Haren'] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const GOOD: Partial<Record<SignalColumn, string>> = {
  'Soort schuldeiser': 'huur', Schuldeiser: 'Woonstichting Westerhaven', Naam: 'J. de Vries', Postcode: '9711 KL', Huisnr: '14', Woonplaats: 'Groningen', Bedrag: '312,45', Signaaldatum: '2-11-2026',
};
const file = (...rows: Partial<Record<SignalColumn, string>>[]): Uint8Array =>
  bytes([SIGNAL_COLUMNS.join(';'), ...rows.map((row) => SIGNAL_COLUMNS.map((column) => row[column] ?? '').join(';'))].join('\r\n'));
const plan = (content: Uint8Array, known: readonly string[] = []) => planSignalImport(readSignalFile(content, RULES), new Set(known));

describe('a file with early signals', () => {
  it('takes 14 of the 26 lines of the demo file and says of each other line why not', () => {
    const { rowCount, takenRows, refusedRows, refusals } = plan(readFileSync(new URL('../../../../../../demo/vroegsignalen.csv', import.meta.url)));
    expect({ rowCount, takenRows, refusedRows }).toEqual({ rowCount: 26, takenRows: 14, refusedRows: 12 });
    expect(refusals.map(({ rowNumber, column, reason }) => `${rowNumber} ${column}: ${reason}`)).toEqual([
      '16 Soort schuldeiser: Deze soort schuldeiser mag geen signaal geven. Kies uit: huur, energie, water, zorgverzekering, hypotheek, gemeentelijke belasting.',
      '17 Naam: De naam ontbreekt.',
      '18 Postcode: Dit is geen Nederlandse postcode. Een postcode ziet eruit als 9711 DA.',
      '19 Huisnr: Het huisnummer is alleen een getal. Zet een letter of toevoeging in de kolom Toev.',
      '20 Woonplaats: Assen ligt niet in deze gemeente.',
      '21 Bedrag: Dit is geen bedrag. Schrijf het zo: 312,45.',
      '22 Maanden: Vul het aantal maanden in als een getal van 1 tot en met 120.',
      '23 Signaaldatum: Deze datum bestaat niet.',
      '24 Signaaldatum: Dit signaal is meer dan een jaar oud.',
      '25 hele rij: Dit signaal staat al in rij 2.',
      '26 Naam: In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.',
      '26 Bedrag: Het bedrag is nul. Dan is er geen achterstand.',
      '26 Dreiging: Vul ja of nee in.',
      '27 hele rij: Deze rij is afgebroken: er zijn 5 van de 11 cellen.',
      '27 Woonplaats: De woonplaats ontbreekt.',
      '27 Bedrag: Het bedrag ontbreekt.',
      '27 Signaaldatum: De signaaldatum ontbreekt.',
    ]);
  });

  it('reads a line', () => {
    const [signal] = plan(file({ ...GOOD, Bedrag: '€ 1.284,50', Maanden: '3', Dreiging: 'Ja' })).newSignals;
    expect(signal).toMatchObject({
      creditorKind: 'rent', amountCents: 128_450, months: 3, signalledOn: '2026-11-02', threatening: true, addressKey: '9711KL-14-', personKey: 'vries',
      signalKey: 'rent|woonstichting westerhaven|9711KL-14-|vries|2026-11',
    });
  });

  it('the same file again holds nothing new', () => {
    const first = plan(file(GOOD));
    expect(plan(file(GOOD), first.newSignals.map(({ signalKey }) => signalKey))).toMatchObject({ takenRows: 1, known: 1, newSignals: [], refusedRows: 0 });
  });

  it.each([
    ['another spelling of the same person', { Naam: 'Jan de Vriés', Postcode: '9711kl' }, 1],
    ['another month', { Signaaldatum: '2026-10-31' }, 2],
    ['another creditor', { Schuldeiser: 'Andere Woonstichting' }, 2],
    ['another person at the same address', { Naam: 'A. Bakker' }, 2],
  ])('%s', (_, cells, signals) => {
    expect(plan(file(GOOD, { ...GOOD, ...cells })).newSignals).toHaveLength(signals);
  });

  it('the refused lines come back as they were, ready to correct', () => {
    const { refused } = plan(file(GOOD, { ...GOOD, Bedrag: '=1+1' }));
    expect(refused.columns.slice(-3)).toEqual(['Rijnummer', 'Kolom', 'Reden']);
    expect(refused.rows).toEqual([[...SIGNAL_COLUMNS.map((column) => (column === 'Bedrag' ? '=1+1' : (GOOD[column] ?? ''))), '3', 'Bedrag', 'Bedrag: Dit is geen bedrag. Schrijf het zo: 312,45.']]);
    const corrected = [refused.columns.join(';'), refused.rows[0]?.join(';').replace('=1+1', '99,00')].join('\n');
    expect(plan(bytes(corrected))).toMatchObject({ rowCount: 1, takenRows: 1, refusedRows: 0 });
  });

  it.each([
    ['no header', 'a;b\n1;2', /geen kopregel/],
    ['a column too few', 'Naam;Postcode\nx;y', /Deze kolommen ontbreken: Soort schuldeiser/],
    ['a column twice', `${SIGNAL_COLUMNS.join(';')};Naam\nx`, /dubbel in: Naam/],
    ['a column we do not know', `${SIGNAL_COLUMNS.join(';')};BSN\nx`, /kennen we niet: BSN/],
    ['a header only', SIGNAL_COLUMNS.join(';'), /geen signalen/],
    ['a quote that does not close', `${SIGNAL_COLUMNS.join(';')}\nhuur;"x`, /aanhalingsteken/],
    ['nothing', '', /leeg/],
    ['too many lines', `${SIGNAL_COLUMNS.join(';')}\n${'huur;x\n'.repeat(5_001)}`, /Het mogen er 5000 zijn/],
  ])('is refused as a whole: %s', (_, text, message) => {
    expect(() => plan(bytes(text))).toThrow(message);
  });

  it('knows a person by the last part of the name', () => {
    expect(['J. de Vries', 'Mevr. S. el Khatib', 'M. Özkan-de Groot', 'Familie De Boer'].map(personKeyOf)).toEqual(['vries', 'khatib', 'groot', 'boer']);
  });
});
