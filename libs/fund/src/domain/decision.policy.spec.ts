import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { type Advice, decisionProblems, departsFromAdvice, majorityAdvice, type NewDecision } from './decision.policy.js';
import { fundRequestProblems, isFundDomain, type NewFundRequest } from './fund-request.validation.js';

const today = d('2026-11-22');
const advise = (advice: Advice['advice'], amountCents = 0): Advice => ({ advice, amountCents });
const names = (problems: readonly { name: string }[]) => problems.map(({ name }) => name);

describe('a sound decision', () => {
  const context = { requestedCents: 100_000, advices: [advise('grant', 100_000)], today };
  const granted: NewDecision = { outcome: 'granted', amountCents: 100_000, reasons: 'Het huis is nodig.' };
  const partly: NewDecision = { ...granted, outcome: 'partly-granted', amountCents: 60_000, departureReasons: 'De rest betaalt de bijstand.' };
  const refused: NewDecision = { ...partly, outcome: 'refused', amountCents: 0, heardOn: d('2026-11-10') };

  it.each([
    ['granting the whole amount on positive advice', granted],
    ['granting a part, and saying why the advice is not followed', partly],
    ['refusing after hearing the resident', refused],
    ['refusing without a hearing on the resident’s own facts', { ...refused, heardOn: null, restsOnOthersFacts: false }],
  ])('%s', (_title, decision) => {
    expect(decisionProblems(decision, context)).toEqual([]);
  });

  const wrong: [string, NewDecision, string][] = [
    ['no decision without reasons (Awb 3:46)', { ...granted, reasons: ' ' }, 'reasons'],
    ['granted is never more than was asked', { ...granted, amountCents: 100_001 }, 'amountCents'],
    ['less than asked is not called granted', { ...granted, amountCents: 99_999 }, 'amountCents'],
    ['a part is less than the whole', { ...partly, amountCents: 100_000 }, 'amountCents'],
    ['a part is more than nothing', { ...partly, amountCents: 0 }, 'amountCents'],
    ['a refusal pays nothing', { ...refused, amountCents: 1 }, 'amountCents'],
    ['no parts of a cent', { ...granted, amountCents: 0.5 }, 'amountCents'],
    ['who departs from the advice says why', { ...partly, departureReasons: '' }, 'departureReasons'],
    ['who departs from policy says why (Awb 4:84)', { ...granted, departsFromPolicy: true }, 'departureReasons'],
    ['nobody is refused unheard (Awb 4:7)', { ...refused, heardOn: null }, 'heardOn'],
    ['nor partly refused on what others said', { ...partly, restsOnOthersFacts: true }, 'heardOn'],
    ['a hearing tomorrow is no hearing', { ...refused, heardOn: d('2026-11-23') }, 'heardOn'],
  ];
  it.each(wrong)('%s', (_title, decision, field) => {
    expect(names(decisionProblems(decision, context))).toEqual([field]);
  });

  it.each([
    ['follows the only member', 'grant', [advise('grant')], 'grant'],
    ['follows more than half', 'refuse', [advise('refuse'), advise('grant'), advise('refuse')], 'refuse'],
    ['half is no majority', null, [advise('refuse'), advise('grant')], null],
  ] as const)('the advice of the committee %s', (_title, _kind, advices, expected) => {
    expect(majorityAdvice([...advices])).toBe(expected);
  });

  it('another part than was advised departs from the advice', () => {
    const advices = [advise('grant-partly', 50_000), advise('grant-partly', 60_000)];
    expect(departsFromAdvice(partly, advices)).toBe(false);
    expect(departsFromAdvice({ ...partly, amountCents: 70_000 }, advices)).toBe(true);
    expect(departsFromAdvice(granted, [advise('refuse'), advise('grant')])).toBe(true);
  });
});

describe('a request that can be submitted', () => {
  const fund = { domains: ['housing', 'education'], maxPerRequestCents: 500_000 };
  const good: NewFundRequest = { domain: 'housing', amountCents: 350_000, purpose: 'Borg', whyNoScheme: 'Bijzondere bijstand geeft geen borg.' };

  it('passes', () => {
    expect(fundRequestProblems(good, fund)).toEqual([]);
    expect(fundRequestProblems({ ...good, amountCents: 900_000 }, { ...fund, maxPerRequestCents: null })).toEqual([]);
  });

  const wrong: [string, Partial<NewFundRequest>, string][] = [
    ['asks what this fund pays for', { domain: 'temporary-income' }, 'domain'],
    ['asks more than nothing', { amountCents: 0 }, 'amountCents'],
    ['asks no more than the fund gives per request', { amountCents: 500_001 }, 'amountCents'],
    ['says what it is for', { purpose: ' ' }, 'purpose'],
    ['says why no existing scheme pays', { whyNoScheme: '' }, 'whyNoScheme'],
  ];
  it.each(wrong)('%s', (_title, change, field) => {
    expect(names(fundRequestProblems({ ...good, ...change }, fund))).toEqual([field]);
  });

  it('rests on a complete canvas', () => {
    expect(names(fundRequestProblems(good, fund, [{ name: 'needed', message: 'Vul in.' }]))).toEqual(['canvasId']);
    expect([isFundDomain('housing'), isFundDomain('cars')]).toEqual([true, false]);
  });
});
