import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate } from '#kernel';
import { HELP_KIND_NAMES, HELP_KINDS, type HelpKind, type Term } from './rules.js';
import { addTerm, helpKinds, retentionEnd, type RetentionFacts, type Terms } from './term.js';

const DEFAULTS = Object.fromEntries(HELP_KIND_NAMES.map((kind) => [kind, HELP_KINDS[kind].term])) as unknown as Terms;
const facts = (more: Partial<RetentionFacts> = {}): RetentionFacts => ({
  endedOn: localDate('2020-11-22'), marks: [], helpBegan: true, referredToCreditBank: false, articles: [], moneyRefused: false, lastPaymentOn: null, lastAnswerOn: null, ...more,
});
const day = (text: string | null): LocalDate | null => text === null ? null : localDate(text);

describe('the end of a term', () => {
  it.each<[string, Term, string]>([
    ['2020-11-22', { count: 5, unit: 'years' }, '2025-11-22'],
    ['2020-02-29', { count: 5, unit: 'years' }, '2025-02-28'],
    ['2020-02-29', { count: 4, unit: 'years' }, '2024-02-29'],
    ['2026-08-31', { count: 6, unit: 'months' }, '2027-02-28'],
    ['2026-11-22', { count: 30, unit: 'days' }, '2026-12-22'],
    ['2026-12-31', { count: 1, unit: 'days' }, '2027-01-01'],
  ])('%s and %o is %s', (start, term, end) => {
    expect(addTerm(localDate(start), term)).toBe(end);
  });
});

describe('which kinds of help a record is about', () => {
  it.each<[string, Partial<RetentionFacts>, HelpKind[]]>([
    ['a regisseur helped: other help', {}, ['other-provision']],
    ['a report that led to nothing', { helpBegan: false }, ['report-only']],
    ['the credit bank took them on', { referredToCreditBank: true }, ['debt-help', 'other-provision']],
    ['data were shared for youth help', { articles: ['Jeugdwet art. 2.3'] }, ['other-provision', 'youth-help']],
    ['data were shared for the Wmo', { articles: ['Wmo 2015 art. 5.1.1'] }, ['other-provision', 'wmo']],
    ['data were shared for debts', { articles: ['Wgs art. 8'] }, ['debt-help', 'other-provision']],
    ['an article that says nothing about help', { articles: ['AVG art. 6'] }, ['other-provision']],
    ['money was refused', { moneyRefused: true }, ['other-provision', 'refused']],
    ['money was paid', { lastPaymentOn: day('2020-01-01') }, ['other-provision', 'payment']],
    ['somebody asked about their data', { lastAnswerOn: day('2020-01-01') }, ['other-provision', 'rights-request']],
    ['the privacy officer wrote down debt help only', { marks: ['debt-help'] }, ['debt-help']],
    ['a mark takes away nothing that is known', { marks: ['debt-help'], articles: ['Jeugdwet art. 2.3'] }, ['debt-help', 'youth-help']],
    ['a report that was marked as an objection', { helpBegan: false, marks: ['objection'] }, ['objection']],
  ])('%s', (_title, more, kinds) => {
    expect(helpKinds(facts(more))).toEqual(kinds);
  });
});

describe('when a record may go', () => {
  it.each<[string, Partial<RetentionFacts>, HelpKind, string]>([
    ['ten years and a day after other help', {}, 'other-provision', '2030-11-23'],
    ['a year and a day after a report without help', { helpBegan: false }, 'report-only', '2021-11-23'],
    ['five years after debt help only', { marks: ['debt-help'] }, 'debt-help', '2025-11-23'],
    ['fifteen years after the Wmo', { articles: ['Wmo 2015'] }, 'wmo', '2035-11-23'],
    ['twenty years after youth help, whatever else there was', { articles: ['Jeugdwet', 'Wmo'], referredToCreditBank: true }, 'youth-help', '2040-11-23'],
    ['seven years after the last payment when that ends later', { marks: ['debt-help'], lastPaymentOn: day('2020-10-01') }, 'payment', '2027-10-02'],
    ['and not before the case allows it', { marks: ['debt-help'], lastPaymentOn: day('2015-10-01') }, 'debt-help', '2025-11-23'],
    ['five years after an answer to somebody who asked about their data', { helpBegan: false, lastAnswerOn: day('2021-03-01') }, 'rights-request', '2026-03-02'],
    ['a payment after the end counts from its own day', { lastPaymentOn: day('2024-01-31') }, 'payment', '2031-02-01'],
    ['the case ended on 29 February', { endedOn: day('2020-02-29'), marks: ['debt-help'] }, 'debt-help', '2025-03-01'],
  ])('%s', (_title, more, rule, mayGoOn) => {
    expect(retentionEnd(facts(more), DEFAULTS)).toMatchObject({ rule, mayGoOn });
  });

  it('is never while the case runs, so a reopened case has no end', () => {
    expect(retentionEnd(facts({ endedOn: null }), DEFAULTS)).toBeUndefined();
  });

  it('follows the term that the municipality chose', () => {
    const longer = { ...DEFAULTS, 'other-provision': { count: 12, unit: 'years' } as const };
    expect(retentionEnd(facts(), longer)?.mayGoOn).toBe('2032-11-23');
  });

  it('a new kind of help never makes it earlier', () => {
    for (const kind of HELP_KIND_NAMES) {
      const before = retentionEnd(facts({ marks: ['other-provision'] }), DEFAULTS)!.mayGoOn;
      expect(retentionEnd(facts({ marks: ['other-provision', kind] }), DEFAULTS)!.mayGoOn >= before).toBe(true);
    }
  });
});
