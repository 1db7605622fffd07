import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  avgAnswerDeadline,
  localDate as d,
  noticeOfDefault,
  objectionDecisionDeadline,
  objectionInTime,
  objectionTerm,
  penaltyAmount,
  penaltyDays,
  wgsFirstTalkDeadline,
  wmoDecisionDeadline,
  wmoInvestigationDeadline,
} from '../index.js';

describe('notice of default and penalty (Awb 4:17)', () => {
  it('refuses a notice on the last day to decide: it is premature', () => {
    const notice = { receivedOn: d('2026-11-02'), decideBy: d('2026-11-02') };
    expect(() => noticeOfDefault(notice)).toThrow('nog niet voorbij');
  });

  it('shifts the 14 days and starts the penalty the day after', () => {
    const term = noticeOfDefault({ receivedOn: d('2026-12-11') });
    expect([term.grace.raw, term.grace.due, term.firstDay]).toEqual(['2026-12-25', '2026-12-28', '2026-12-29']);
  });

  it('stops at the decision', () => {
    const term = noticeOfDefault({ receivedOn: d('2026-11-09'), decidedOn: d('2026-11-30') });
    expect(penaltyDays(term)).toBe(6);
    expect(term.determineBy.due).toBe('2026-12-14'); // 29 November + 2 weeks is a Sunday
  });

  it('costs nothing when the decision comes within the 14 days', () => {
    expect(penaltyDays(noticeOfDefault({ receivedOn: d('2026-11-09'), decidedOn: d('2026-11-20') }))).toBe(0);
  });

  it('uses the tariff of the day', () => {
    expect(penaltyAmount(42, d('2026-01-01'))).toBe(144_200);
    expect(penaltyAmount(42, d('2018-12-31'))).toBe(126_000);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %s days', (days) => {
    expect(() => penaltyAmount(days, d('2026-01-01'))).toThrow('dwangsom');
  });

  it('never falls and never rises above the maximum', () => {
    fc.assert(
      fc.property(fc.nat(200), (days) => {
        const today = penaltyAmount(days, d('2026-01-01'));
        expect(penaltyAmount(days + 1, d('2026-01-01'))).toBeGreaterThanOrEqual(today);
        expect(today).toBeLessThanOrEqual(144_200);
      }),
    );
  });
});

describe('objection (Awb 6:7–6:9, 7:10)', () => {
  const announcedOn = d('2026-10-01');

  it.each([
    ['delivered on the last day', '2026-11-12', null, true],
    ['delivered a day late', '2026-11-13', null, false],
    ['posted on the last day, received within the week', '2026-11-19', '2026-11-12', true],
    ['posted in time, received after the week', '2026-11-20', '2026-11-12', false],
    ['posted a day late', '2026-11-16', '2026-11-13', false],
  ])('%s', (_title, receivedOn, postedOn, inTime) => {
    const posted = postedOn ? d(postedOn) : null;
    expect(objectionInTime({ announcedOn, receivedOn: d(receivedOn), postedOn: posted })).toBe(inTime);
  });

  it('shifts the week for the post too: it is a term in a law', () => {
    expect(objectionTerm(d('2026-11-06')).postReceivedBy).toMatchObject({ raw: '2026-12-25', due: '2026-12-28' });
  });

  it.each([
    ['6 weeks to Good Friday shift past Easter Monday', '2026-02-20', false, false, '2026-04-07'],
    ['6 + 6 weeks to Good Friday shift: 12 is not more than 12', '2026-01-09', false, true, '2026-04-07'],
    ['12 weeks to Good Friday shift', '2026-01-09', true, false, '2026-04-07'],
    ['12 + 6 weeks to Good Friday do not shift', '2025-11-28', true, true, '2026-04-03'],
  ])('%s', (_title, until, committee, extended, due) => {
    expect(objectionDecisionDeadline({ objectionUntil: d(until), committee, extended }).due).toBe(due);
  });

  it('is suspended while a defect is remedied (7:10(2))', () => {
    const remedy = { invitedOn: d('2026-11-16'), remedyUntil: d('2026-11-30') };
    const term = objectionDecisionDeadline({
      objectionUntil: d('2026-11-12'),
      committee: false,
      suspensions: [remedy],
    });
    expect(term.strict).toBe('2027-01-06');
  });
});

describe('terms of the social domain', () => {
  it.each([
    ['first talk on debts in 4 weeks', wgsFirstTalkDeadline(d('2026-11-27'), false).due, '2026-12-28'],
    ['three working days from a Friday evening', wgsFirstTalkDeadline(d('2026-11-20'), true).due, '2026-11-25'],
    ['three working days from a Sunday', wgsFirstTalkDeadline(d('2026-11-22'), true).due, '2026-11-25'],
    ['Wmo investigation in 6 weeks', wmoInvestigationDeadline(d('2026-03-23')).due, '2026-05-04'],
    ['Wmo decision in 2 weeks', wmoDecisionDeadline(d('2026-12-11')).due, '2026-12-28'],
    ['AVG answer in a month, not shifted from a Sunday', avgAnswerDeadline(d('2026-10-22')).due, '2026-11-22'],
    ['AVG answer from 31 January in a leap year', avgAnswerDeadline(d('2028-01-31')).due, '2028-02-29'],
  ])('%s', (_title, due, expected) => {
    expect(due).toBe(expected);
  });
});
