import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { type BasisRelation, mayRecordBasis, mayWithdrawBasis } from './legal-basis.policy.js';
import {
  allowedBasisTransitions,
  BASIS_TRANSITIONS,
  type BasisAction,
  type BasisFacts,
  type BasisState,
  effectiveState,
  isInForce,
  legalBasis,
  transitionBasis,
} from './legal-basis.states.js';
import { basisProblems, checkBasis, type NewBasis } from './legal-basis.validation.js';

const running: BasisFacts = { periodOver: false, hasSuccessor: true };
const over: BasisFacts = { periodOver: true, hasSuccessor: false };

const whileRunning: Record<BasisState, readonly BasisAction[]> = {
  proposed: ['activate', 'withdraw', 'invalidate'],
  active: ['withdraw', 'supersede', 'invalidate'],
  withdrawn: [],
  expired: [],
  superseded: [],
  invalid: [],
};

describe.each(legalBasis.stateNames)('a legal basis that is %s', (state) => {
  it.each(legalBasis.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionBasis(state, action, running);
    if (whileRunning[state].includes(action)) expect(move()).toBe(BASIS_TRANSITIONS[state][action]);
    else expect(move).toThrow();
  });

  it('offers exactly the actions that would succeed', () => {
    expect(allowedBasisTransitions(state, running)).toEqual(whileRunning[state]);
  });
});

describe('the life of a basis', () => {
  it.each([running, over])('can always be withdrawn while it lives (%j)', (facts) => {
    expect(transitionBasis('active', 'withdraw', facts)).toBe('withdrawn');
    expect(transitionBasis('proposed', 'withdraw', facts)).toBe('withdrawn');
  });

  it('expires only when its period is over', () => {
    expect(transitionBasis('active', 'expire', over)).toBe('expired');
    expect(() => transitionBasis('active', 'expire', running)).toThrow('loopt nog');
    expect(() => transitionBasis('proposed', 'activate', over)).toThrow('al voorbij');
    expect(() => transitionBasis('active', 'supersede', over)).toThrow('nog geen nieuwe');
  });

  it.each([
    ['before its first day', 'active', '2026-10-31', 'active', false],
    ['on its first day', 'active', '2026-11-01', 'active', true],
    ['on its last day', 'active', '2027-02-28', 'active', true],
    ['on the day named after "tot"', 'active', '2027-03-01', 'expired', false],
    ['withdrawn, in its period', 'withdrawn', '2026-12-01', 'withdrawn', false],
    ['only proposed', 'proposed', '2026-12-01', 'proposed', false],
  ] as const)('%s', (_title, state, today, worth, inForce) => {
    const basis = { state, validFrom: d('2026-11-01'), validUntil: d('2027-03-01') };
    expect([effectiveState(basis, d(today)), isInForce(basis, d(today))]).toEqual([worth, inForce]);
  });
});

describe('recording a basis', () => {
  const good: NewBasis = {
    type: 'consent',
    article: 'AVG art. 6 lid 1 onder a',
    purpose: 'Hulp bij de administratie',
    dataCategories: ['name', 'contact'],
    validFrom: d('2026-11-22'),
    validUntil: d('2027-03-01'),
    proof: 'conversation',
    freelyGivenReason: 'Zonder ja gaat de andere hulp gewoon door.',
  };
  const context = { today: d('2026-11-22') };

  it('takes a complete consent', () => {
    expect(basisProblems(good, context)).toEqual([]);
    expect(() => checkBasis(good, context)).not.toThrow();
  });

  it('a statutory task needs no reason why it was freely given', () => {
    expect(basisProblems({ ...good, type: 'statutory-task', proof: 'law', freelyGivenReason: null }, context)).toEqual([]);
  });

  const wrong: [string, Partial<NewBasis>, string][] = [
    ['consent says why it was freely given', { freelyGivenReason: ' ' }, 'freelyGivenReason'],
    ['consent does not follow from the law', { proof: 'law' }, 'proof'],
    ['every basis names its article', { article: '' }, 'article'],
    ['every basis names its purpose', { purpose: '' }, 'purpose'],
    ['something must be shared', { dataCategories: [] }, 'dataCategories'],
    ['no basis opens a BSN', { dataCategories: ['name', 'bsn'] }, 'dataCategories'],
    ['the end comes after the start', { validUntil: d('2026-11-22') }, 'validUntil'],
    ['the end lies in the future', { validFrom: d('2026-01-01'), validUntil: d('2026-11-01') }, 'validUntil'],
    ['consent lasts at most a year', { validUntil: d('2027-11-23') }, 'validUntil'],
  ];
  it.each(wrong)('%s', (_title, change, field) => {
    expect(basisProblems({ ...good, ...change }, context).map(({ name }) => name)).toEqual([field]);
    expect(() => checkBasis({ ...good, ...change }, context)).toThrow();
  });
});

describe('who records and who withdraws', () => {
  const actor = (role: Role, municipalityId = 'groningen'): Actor => ({
    userId: 'u',
    organisationId: 'o',
    municipalityId,
    roles: [role],
    teamIds: [],
    kind: 'user',
  });
  const near: BasisRelation = { municipalityId: 'groningen', actorIsRegisseur: true, actorIsInvolved: true, actorIsMember: true };
  const far: BasisRelation = { ...near, actorIsRegisseur: false, actorIsInvolved: false, actorIsMember: false };

  it.each([
    ['the regisseur of the family', actor('regisseur'), near, true, true],
    ['the case worker of the family', actor('case-worker'), near, true, true],
    ['the resident withdraws, but does not record', actor('resident'), near, false, true],
    ['another regisseur', actor('regisseur'), far, false, false],
    ['another resident', actor('resident'), far, false, false],
    ['a regisseur of another municipality', actor('regisseur', 'hoogeveen'), near, false, false],
    ['a partner', actor('partner-worker'), near, false, false],
    ['the privacy officer withdraws for a resident, but does not record', actor('privacy-officer'), far, false, true],
    ['the privacy officer of another municipality', actor('privacy-officer', 'hoogeveen'), near, false, false],
  ])('%s', (_title, who, relation, records, withdraws) => {
    expect([mayRecordBasis(who, relation).allowed, mayWithdrawBasis(who, relation).allowed]).toEqual([records, withdraws]);
  });
});
