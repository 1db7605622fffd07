import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate, type Role } from '#kernel';
import { mayApproveDestruction, mayManageRetention } from './destruction.policy.js';
import {
  allowedItemActions, allowedListTransitions, DESTRUCTION_LIST_ACTIONS, type DestructionItemState, destructionList, type DestructionListAction, type DestructionListState,
  type KeptBecause, transitionDestructionList,
} from './destruction.states.js';
import { checkHoldUntil } from './legal-hold.js';
import { checkTermChange } from './retention-rule.validation.js';
import { RETENTION_SETTINGS, retentionSettings } from './retention-settings.js';
import { HELP_KINDS, type RetentionCode, RETENTION_CODES, RETENTION_RULES, type Term } from './rules.js';

const anything = { toDestroy: 3, failed: 1 };
const expected: Record<DestructionListState, readonly DestructionListAction[]> = {
  proposed: ['approve', 'withdraw'], approved: ['start'], 'carrying-out': ['retry', 'finish'], done: [], withdrawn: [],
};

describe.each(destructionList.stateNames)('a destruction list that is %s', (state) => {
  it.each(destructionList.actionNames)('answers to %s as the table says', (action) => {
    const facts = action === 'finish' ? { toDestroy: 0, failed: 0 } : anything;
    const move = () => transitionDestructionList(state, action, facts);
    if (expected[state].includes(action)) expect(destructionList.stateNames).toContain(move());
    else expect(move).toThrow(DESTRUCTION_LIST_ACTIONS[action]);
  });
});

describe('what must be true first', () => {
  it('nobody agrees to an empty list', () => {
    expect(() => transitionDestructionList('proposed', 'approve', { toDestroy: 0, failed: 0 })).toThrow('niets op de lijst');
    expect(allowedListTransitions('proposed', { toDestroy: 0, failed: 0 })).toEqual(['withdraw']);
  });
  it('a list is not done while a record waits or failed', () => {
    expect(() => transitionDestructionList('carrying-out', 'finish', { toDestroy: 0, failed: 1 })).toThrow('nog werk');
    expect(() => transitionDestructionList('carrying-out', 'finish', { toDestroy: 1, failed: 0 })).toThrow('nog werk');
  });
});

describe('what may be done with one record', () => {
  it.each<[DestructionListState, DestructionItemState, KeptBecause | null, string[]]>([
    ['proposed', 'proposed', null, ['keep']],
    ['proposed', 'kept', 'officer', ['undo']],
    ['withdrawn', 'kept', 'list-withdrawn', []],
    ['approved', 'proposed', null, []],
    ['carrying-out', 'proposed', null, []],
    ['carrying-out', 'kept', 'reopened', []],
    ['carrying-out', 'failed', null, ['keep']],
    ['done', 'destroyed', null, []],
    ['done', 'kept', 'officer', []],
  ])('on a list that is %s, a record that is %s (%s): %j', (list, item, because, actions) => {
    expect(allowedItemActions(list, item, because)).toEqual(actions);
  });
});

describe('who decides about destruction', () => {
  const actor = (role: Role, userId = 'karin', municipalityId = 'groningen'): Actor => ({ userId, organisationId: 'o', municipalityId, roles: [role], teamIds: [], kind: 'user' });
  const list = (madeBy: string | null) => ({ municipalityId: 'groningen', madeBy });
  it.each<[string, Actor, string | null, boolean]>([
    ['a privacy officer agrees to the list of the calendar', actor('privacy-officer'), null, true],
    ['a privacy officer agrees to the list of a colleague', actor('privacy-officer'), 'arjen', true],
    ['nobody agrees to a list of their own', actor('privacy-officer'), 'karin', false],
    ['not the privacy officer of another municipality', actor('privacy-officer', 'wilma', 'hoogeveen'), null, false],
    ['not a team lead', actor('team-lead'), null, false],
    ['not a regisseur', actor('regisseur'), null, false],
    ['not a partner', actor('partner-worker'), null, false],
    ['not a policy adviser', actor('policy-adviser'), null, false],
  ])('%s', (_title, who, madeBy, allowed) => {
    expect(mayApproveDestruction(who, list(madeBy)).allowed).toBe(allowed);
  });
  it('who made a list may still change it', () => {
    expect(mayManageRetention(actor('privacy-officer'), list('karin')).allowed).toBe(true);
  });
});

describe('another term than the default', () => {
  it.each<[RetentionCode, Term, string | undefined, string | null]>([
    ['debt-help', { count: 5, unit: 'years' }, undefined, null],
    ['debt-help', { count: 8, unit: 'years' }, undefined, null],
    ['debt-help', { count: 4, unit: 'years' }, undefined, 'korter dan de standaard'],
    ['debt-help', { count: 4, unit: 'years' }, '   ', 'korter dan de standaard'],
    ['debt-help', { count: 4, unit: 'years' }, 'Besluit van het college.', null],
    ['inbox', { count: 365, unit: 'days' }, undefined, null],
    ['inbox', { count: 2, unit: 'months' }, undefined, 'korter dan de standaard'],
    ['youth-help', { count: 101, unit: 'years' }, undefined, '100 jaar'],
    ['audit', { count: 50, unit: 'years' }, 'Graag.', 'ligt vast'],
    ['destruction-record', { count: 50, unit: 'years' }, 'Graag.', 'ligt vast'],
    ['session', { count: 1, unit: 'days' }, undefined, 'ligt vast'],
  ])('%s, %o because %s: %s', (code, term, reason, refusal) => {
    const change = () => checkTermChange(code, term, reason);
    if (refusal === null) expect(change).not.toThrow();
    else expect(change).toThrow(refusal);
  });

  it('every rule says from when it counts and where it comes from', () => {
    for (const code of RETENTION_CODES) expect(RETENTION_RULES[code]).toMatchObject({ name: expect.any(String), start: expect.any(String), source: expect.stringMatching(/./) });
  });

  it('the terms of the selection list are those of the law', () => {
    const years = Object.fromEntries(Object.entries(HELP_KINDS).map(([kind, { term }]) => [kind, term?.count]));
    expect(years).toEqual({ 'debt-help': 5, wmo: 15, 'youth-help': 20, 'other-provision': 10, refused: 5, objection: 5, payment: 7, 'rights-request': 5, 'report-only': 1 });
  });
});

describe('a hold with a last day', () => {
  it.each([['2026-11-22', true], ['2026-11-21', true], ['2026-11-23', false], [undefined, false]])('until %s is refused: %s', (until, refused) => {
    const check = () => checkHoldUntil(until === undefined ? undefined : localDate(until), localDate('2026-11-22'));
    if (refused) expect(check).toThrow('na vandaag');
    else expect(check).not.toThrow();
  });
});

describe('the settings of a municipality', () => {
  it.each([
    [{}, RETENTION_SETTINGS],
    [null, RETENTION_SETTINGS],
    [{ retention: { monthlyList: false, listSize: 50 } }, { monthlyList: false, listSize: 50 }],
    [{ retention: { monthlyList: 'no', listSize: 0 } }, RETENTION_SETTINGS],
    [{ retention: { listSize: 5_000 } }, RETENTION_SETTINGS],
  ])('%j', (settings, read) => {
    expect(retentionSettings(settings)).toEqual(read);
  });
});
