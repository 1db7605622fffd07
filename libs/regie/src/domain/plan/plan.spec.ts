import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { planOnPage } from './one-page.js';
import { DEFAULT_SCHEMES, LIFE_PLAN, mayEditPlan, mayTickOff, phaseModel, PLAIN, planNextStep, type PlanSnapshot, reviewMonths, schemeCatalogue, type SnapshotAction, type SnapshotGoal, teamPhone } from './index.js';

const today = d('2026-11-23');
const goal = (id: string, more: Partial<SnapshotGoal> = {}): SnapshotGoal => ({ id, lifeDomain: 'housing', words: `Doel ${id}`, why: '', state: 'open', stateReason: null, ...more });
const action = (id: string, goalId: string | null, dueOn = '2026-12-01', more: Partial<SnapshotAction> = {}): SnapshotAction =>
  ({ id, goalId, what: `Stap ${id}`, ownerKind: 'network', owner: 'oma', dueOn: d(dueOn), state: 'open', stateReason: null, ...more });

describe('the next step of a plan', () => {
  const facts = { goals: [goal('g')], actions: [action('a', 'g')], agreedVersion: 1, changes: 0, reviewOn: d('2027-02-01') };
  it.each([
    ['no goal yet', { goals: [], actions: [] }, 'Schrijf samen met het gezin het eerste doel op.', 'Regisseur'],
    ['something late comes first', { actions: [action('a', 'g', '2026-11-22')], agreedVersion: null }, 'Stap a (had klaar moeten zijn op 22 november 2026)', 'oma'],
    ['a goal for which nobody does anything', { actions: [] }, 'Spreek af wie wat doet voor dit doel: "Doel g"', 'Regisseur'],
    ['a goal for which it was crossed out', { actions: [action('a', 'g', '2026-12-01', { state: 'dropped' })] }, 'Spreek af wie wat doet voor dit doel: "Doel g"', 'Regisseur'],
    ['not agreed', { agreedVersion: null }, 'Bespreek het plan met het gezin en leg vast of zij ja zeggen.', 'Regisseur'],
    ['the day of the review', { reviewOn: today, changes: 1 }, 'Bespreek met het gezin hoe het plan loopt.', 'Regisseur'],
    ['changed since', { changes: 2 }, 'Bespreek met het gezin wat er veranderd is in het plan.', 'Regisseur'],
    ['due today', { actions: [action('a', 'g', today)] }, 'Stap a (vandaag)', 'oma'],
    ['due later', {}, 'Stap a (voor 1 december 2026)', 'oma'],
    ['all done', { actions: [action('a', 'g', '2026-12-01', { state: 'done' })] }, 'Spreek een volgende actie af.', 'Regisseur'],
    ['all reached', { goals: [goal('g', { state: 'reached' })], actions: [] }, 'Alle doelen zijn klaar. Bespreek met het gezin wat er nog nodig is.', 'Regisseur'],
  ])('%s', (_title, change, text, who) => {
    expect(planNextStep({ ...facts, ...change }, today)).toMatchObject({ text, who });
  });
});

describe('one page', () => {
  const plan: PlanSnapshot = {
    goals: [goal('g1'), goal('g2'), goal('done', { state: 'reached' })],
    actions: [action('late', null, '2026-11-01'), action('a2', 'g1', '2026-12-02'), action('a1', 'g1', '2026-12-01'), action('b1', 'g2', '2027-01-01'), action('x', 'g1', '2026-11-24', { state: 'done' })],
  };
  const shown = (most: number) => planOnPage(plan, most).groups.map((group) => [group.goal?.id ?? null, ...group.actions.map(({ id }) => id)]);
  it.each([
    [99, [['g1', 'a1', 'a2'], ['g2', 'b1'], [null, 'late']], 0],
    [5, [['g1', 'a1'], ['g2', 'b1'], [null, 'late']], 1],
    [4, [['g1', 'a1'], ['g2', 'b1']], 2],
    [2, [['g1', 'a1']], 4],
    [0, [], 6],
  ])('with room for %i: each goal with its first step, then what is due soonest', (most, groups, leftOut) => {
    expect([shown(most), planOnPage(plan, most).leftOut]).toEqual([groups, leftOut]);
  });
});

describe('what a municipality may choose', () => {
  const own = { code: 'ours', name: 'Onze weg', phases: [{ code: 'a', name: 'Begin' }, { code: 'b', name: 'Verder', about: 'Samen.' }] };
  it.each([
    ['nothing', {}, PLAIN], ['no settings', null, PLAIN], ['the life plan of Hoogeveen', { plan: { phases: 'life-plan' } }, LIFE_PLAN], ['an unknown one', { plan: { phases: 'x' } }, PLAIN],
    ['its own', { plan: { phases: own } }, { ...own, phases: [{ code: 'a', name: 'Begin', about: '' }, { code: 'b', name: 'Verder', about: 'Samen.' }] }],
    ['two phases with one code', { plan: { phases: { ...own, phases: [own.phases[0], own.phases[0]] } } }, PLAIN],
    ['a phase without a name', { plan: { phases: { ...own, phases: [{ code: 'a' }] } } }, PLAIN], ['no phases', { plan: { phases: { ...own, phases: [] } } }, PLAIN],
  ])('phases: %s', (_title, settings, model) => {
    expect(phaseModel(settings)).toEqual(model);
  });

  it.each([
    ['nothing', {}, DEFAULT_SCHEMES], ['no list', { plan: { schemes: 'x' } }, DEFAULT_SCHEMES], ['an empty list', { plan: { schemes: [] } }, DEFAULT_SCHEMES],
    ['its own, without what makes no sense or is said twice', { plan: { schemes: [{ code: 'kindpakket', name: ' Kindpakket ' }, { code: 'Kind Pakket', name: 'x' }, { code: 'kindpakket', name: 'y' }, null] } }, [{ code: 'kindpakket', name: 'Kindpakket', about: '' }]],
  ])('schemes: %s', (_title, settings, schemes) => {
    expect(schemeCatalogue(settings)).toEqual(schemes);
  });

  it.each([[{}, 3], [{ plan: { reviewMonths: 6 } }, 6], [{ plan: { reviewMonths: 0 } }, 3], [{ plan: { reviewMonths: 13 } }, 3], [{ plan: { reviewMonths: '6' } }, 3]])('months to the review: %j', (settings, months) => {
    expect(reviewMonths(settings)).toBe(months);
  });

  it.each([[{}, null], [{ plan: { teamPhones: { t: '050 123 45 67' } } }, '050 123 45 67'], [{ plan: { teamPhones: { t: '<script>' } } }, null], [{ plan: { teamPhones: { u: '050 123 45 67' } } }, null]])('telephone of the team: %j', (settings, phone) => {
    expect(teamPhone(settings, 't')).toBe(phone);
  });
});

describe('who holds the pen', () => {
  const actor = (...roles: Role[]): Actor => ({ userId: 'me', organisationId: 'o', municipalityId: 'm', roles, teamIds: [], kind: 'user' });
  const asRegisseur = { municipalityId: 'm', actorIsRegisseur: true, actorHasTask: true };
  const reader = { municipalityId: 'm', actorIsRegisseur: false, actorHasTask: true };
  const glass = { municipalityId: 'm', actorIsRegisseur: false, actorHasTask: false };
  it.each([
    ['the regisseur or substitute', actor('regisseur'), asRegisseur, true, true, true],
    ['somebody else in the family', actor('case-worker'), reader, false, true, false],
    ['who broke the glass', actor('regisseur'), glass, false, false, false],
    ['who lost the role', actor('case-worker'), asRegisseur, false, true, false],
    ['a regisseur of another municipality', actor('regisseur'), { ...asRegisseur, municipalityId: 'other' }, false, false, false],
  ])('%s', (_who, person, relation, edits, ticksOffOwn, ticksOffOther) => {
    expect([mayEditPlan(person, relation).allowed, mayTickOff(person, relation, 'me').allowed, mayTickOff(person, relation, 'other').allowed]).toEqual([edits, ticksOffOwn, ticksOffOther]);
  });
});
