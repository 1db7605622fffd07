import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate as d } from '#kernel';
import { LIFE_DOMAINS, type LifeDomain } from '#households/domain';
import { changeText } from './plan-change-text.js';
import { type PlanChange, planChanges } from './plan-changes.js';
import type { PlanSnapshot, SnapshotAction, SnapshotGoal } from './plan-snapshot.js';

const sleep: SnapshotGoal = { id: 'g1', lifeDomain: 'finances', words: 'Rustig slapen', why: '', state: 'open', stateReason: null };
const post: SnapshotAction = { id: 'a1', goalId: 'g1', what: 'De post openen', ownerKind: 'member', owner: 'Fatima Bouzid', dueOn: d('2026-12-01'), state: 'open', stateReason: null };
const plan = (goals: SnapshotGoal[], actions: SnapshotAction[] = []): PlanSnapshot => ({ goals, actions });
const texts = (before: PlanSnapshot, after: PlanSnapshot): string[] => planChanges(before, after).map(changeText);

describe('what changed, as the family reads it', () => {
  it.each<[string, PlanSnapshot, PlanSnapshot, string[]]>([
    ['nothing', plan([sleep], [post]), plan([sleep], [post]), []],
    ['only the order', plan([sleep, { ...sleep, id: 'g2' }]), plan([{ ...sleep, id: 'g2' }, sleep]), []],
    ['a new goal', plan([]), plan([sleep]), ['Nieuw doel bij geld: "Rustig slapen".']],
    ['other words', plan([sleep]), plan([{ ...sleep, words: 'Goed slapen' }]), ['Het doel "Rustig slapen" heet nu "Goed slapen".']],
    ['another area of life', plan([sleep]), plan([{ ...sleep, lifeDomain: 'housing' }]), ['Het doel "Rustig slapen" hoort nu bij wonen.']],
    ['another why', plan([sleep]), plan([{ ...sleep, why: 'De brieven' }]), ['Bij het doel "Rustig slapen" staat een ander waarom.']],
    ['a goal reached', plan([sleep]), plan([{ ...sleep, state: 'reached' }]), ['Doel bereikt: "Rustig slapen".']],
    ['a goal stopped', plan([sleep]), plan([{ ...sleep, state: 'dropped', stateReason: 'Niet meer nodig' }]), ['Doel gestopt: "Rustig slapen". Reden: Niet meer nodig.']],
    ['a goal taken up again', plan([{ ...sleep, state: 'dropped', stateReason: 'x' }]), plan([sleep]), ['Doel weer opgepakt: "Rustig slapen".']],
    ['a goal of a family that was split off', plan([sleep]), plan([]), ['Het doel "Rustig slapen" staat niet meer in het plan.']],
    ['a new action', plan([]), plan([], [post]), ['Nieuwe actie: De post openen (Fatima Bouzid, voor 1 december 2026).']],
    ['an action done', plan([], [post]), plan([], [{ ...post, state: 'done' }]), ['Gedaan: De post openen.']],
    ['an action dropped', plan([], [post]), plan([], [{ ...post, state: 'dropped', stateReason: 'Het hoeft niet!' }]), ['Gaat niet door: De post openen. Reden: Het hoeft niet!']],
    ['another owner and day', plan([], [post]), plan([], [{ ...post, ownerKind: 'network', owner: 'oma', dueOn: d('2026-12-08') }]), ['De post openen: dat doet nu oma. De post openen: dat is nu voor 8 december 2026.']],
    ['an action under another goal', plan([], [post]), plan([], [{ ...post, goalId: null }]), ['De post openen: dat hoort nu bij een ander doel.']],
  ])('%s', (_title, before, after, expected) => {
    expect(texts(before, after)).toEqual(expected);
  });
});

const text = fc.constantFrom('Rustig slapen', 'De post', 'Naar school', '');
const goals = fc.uniqueArray(fc.record<SnapshotGoal>({
  id: fc.constantFrom('g1', 'g2', 'g3', 'g4'), lifeDomain: fc.constantFrom(...(Object.keys(LIFE_DOMAINS) as LifeDomain[])), words: text, why: text,
  state: fc.constantFrom('open', 'reached', 'dropped'), stateReason: fc.option(text),
}), { selector: ({ id }) => id });
const actions = fc.uniqueArray(fc.record<SnapshotAction>({
  id: fc.constantFrom('a1', 'a2', 'a3', 'a4'), goalId: fc.option(fc.constantFrom('g1', 'g2')), what: text, ownerKind: fc.constantFrom('user', 'member', 'organisation', 'network'), owner: text,
  dueOn: fc.integer({ min: 0, max: 3 }).map((days) => addDays(d('2026-12-01'), days)), state: fc.constantFrom('open', 'done', 'dropped'), stateReason: fc.option(text),
}), { selector: ({ id }) => id });
const plans = fc.record({ goals, actions });

/** What one has who had the plan before and was told the changes. */
function applied({ goals: had, actions: did }: PlanSnapshot, changes: readonly PlanChange[]): PlanSnapshot {
  const kept = new Map<string, SnapshotGoal>(had.map((one) => [one.id, one]));
  const held = new Map<string, SnapshotAction>(did.map((one) => [one.id, one]));
  for (const { of: what, before, after } of changes) {
    const part: Map<string, SnapshotGoal | SnapshotAction> = what === 'goal' ? kept : held;
    if (after) part.set(after.id, after);
    else if (before) part.delete(before.id);
  }
  return { goals: [...kept.values()], actions: [...held.values()] };
}
const inOrder = ({ goals: all, actions: steps }: PlanSnapshot): unknown => [all.toSorted((a, b) => a.id.localeCompare(b.id)), steps.toSorted((a, b) => a.id.localeCompare(b.id))];

describe('between any two versions', () => {
  it('the changes tell all of it: who had the old plan and hears them has the new one', () => {
    fc.assert(fc.property(plans, plans, (before, after) => expect(inOrder(applied(before, planChanges(before, after)))).toEqual(inOrder(after))));
  });

  it('a plan is no different from itself, and every change has its sentence', () => {
    fc.assert(fc.property(plans, plans, (before, after) => {
      expect(planChanges(before, before)).toEqual([]);
      for (const change of planChanges(before, after)) expect(changeText(change)).not.toBe('');
    }));
  });
});
