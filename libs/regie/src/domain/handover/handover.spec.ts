import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { remindBothOn, rungOn, tellTeamLeadOn, urgentTalkBy } from './handover.deadlines.js';
import { allowedHandoverActions, type HandoverParties, mayHandOver, mayPlanHandover, WHO_MAY_HAND_OVER } from './handover.policy.js';
import { handoverProblems } from './handover.problems.js';
import { handoverSettings } from './handover.settings.js';
import { handover, HANDOVER_ACTIONS, HANDOVER_TRANSITIONS, type HandoverAction, type HandoverFacts, type HandoverState, isOpenHandover, transitionHandover } from './handover.states.js';

const fine: HandoverFacts = { reasonGiven: true, familyWasThere: true, talkIsOver: true, notConfirmedBefore: true, urgencyAllowed: true, talkIsOwed: true };

const expected: Record<HandoverState, readonly HandoverAction[]> = {
  proposed: ['accept', 'decline', 'move-talk', 'cancel'],
  accepted: ['move-talk', 'record-talk', 'switch-urgently', 'cancel'],
  'talk-held': ['confirm', 'switch-urgently', 'cancel'],
  'confirmed-by-one': ['confirm', 'switch-urgently', 'cancel'],
  done: ['record-talk'],
  cancelled: [],
  declined: [],
};

describe.each(handover.stateNames)('a hand-over that is %s', (state) => {
  it.each(handover.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionHandover(state, action, fine);
    if (expected[state].includes(action)) expect(move()).toBe(HANDOVER_TRANSITIONS[state][action]);
    else expect(move).toThrow(HANDOVER_ACTIONS[action]);
  });

  it('can be stopped as long as nothing was switched, and only then', () => {
    expect(handover.allowedTransitions(state, fine).includes('cancel')).toBe(isOpenHandover(state));
  });
});

describe('what must be true first', () => {
  it.each<[string, HandoverState, HandoverAction, Partial<HandoverFacts>, string]>([
    ['who declines says why', 'proposed', 'decline', { reasonGiven: false }, 'waarom'],
    ['who stops it says why', 'talk-held', 'cancel', { reasonGiven: false }, 'waarom'],
    ['a talk without the family is no talk of three', 'accepted', 'record-talk', { familyWasThere: false }, 'gezin'],
    ['a talk is recorded when it was held', 'accepted', 'record-talk', { talkIsOver: false }, 'toekomst'],
    ['after the switch the talk is recorded only when it was owed', 'done', 'record-talk', { talkIsOwed: false }, 'al geweest'],
    ['one can not confirm for two', 'confirmed-by-one', 'confirm', { notConfirmedBefore: false }, 'al bevestigd'],
    ['spoed has a reason', 'accepted', 'switch-urgently', { reasonGiven: false }, 'waarom'],
    ['a municipality can want the talk always', 'accepted', 'switch-urgently', { urgencyAllowed: false }, 'altijd met een gesprek'],
  ])('%s', (_, state, action, facts, reason) => {
    expect(() => transitionHandover(state, action, { ...fine, ...facts })).toThrow(reason);
  });
});

const person = (userId: string, role: Role, over: Partial<Actor> = {}): Actor => ({ userId, organisationId: 'wij', municipalityId: 'groningen', roles: [role], teamIds: ['noord'], kind: 'user', ...over });
const parties: HandoverParties = { municipalityId: 'groningen', teamId: 'noord', regisseurId: 'jelle', successorId: 'lars', actorWorksOnIt: false };
const [jelle, lars, marieke, petra] = [person('jelle', 'regisseur'), person('lars', 'regisseur'), person('marieke', 'team-lead'), person('petra', 'regisseur')];

describe.each(handover.actionNames)('%s', (action) => {
  const may = (actor: Actor, over: Partial<HandoverParties> = {}) => mayHandOver(actor, action, { ...parties, ...over }).allowed;

  it('is for whom the table names', () => {
    const sides = WHO_MAY_HAND_OVER[action];
    expect([may(jelle, { actorWorksOnIt: true }), may(lars), may(marieke), may(petra, { actorWorksOnIt: true })])
      .toEqual([sides.includes('regisseur') || sides.includes('stand-in'), sides.includes('successor'), sides.includes('team-lead'), sides.includes('stand-in')]);
  });

  it('is not for others', () => {
    expect([may(petra), may(person('jelle', 'case-worker')), may(person('m', 'team-lead', { teamIds: ['zuid'] })), may(person('lars', 'regisseur', { municipalityId: 'hoogeveen' }))]).toEqual([false, false, false, false]);
  });
});

describe('who is two things at once', () => {
  it('a team lead who takes over does not switch for themselves', () => {
    expect(mayHandOver(person('lars', 'team-lead', { roles: ['team-lead', 'regisseur'] }), 'switch-urgently', parties).allowed).toBe(false);
  });

  it.each<[string, Actor, string, boolean]>([
    ['the regisseur plans it for an own family', jelle, 'lars', true],
    ['the team lead too', marieke, 'lars', true],
    ['nobody plans it for themselves', person('marieke', 'team-lead', { roles: ['team-lead', 'regisseur'] }), 'marieke', false],
    ['not another regisseur', petra, 'lars', false],
    ['not the team lead of another team', person('m', 'team-lead', { teamIds: ['zuid'] }), 'lars', false],
  ])('%s', (_, actor, successorId, allowed) => expect(mayPlanHandover(actor, { ...parties, successorId }).allowed).toBe(allowed));
});

it('the screen offers what would succeed: who confirmed waits for the other', () => {
  const facts = { notConfirmedBefore: false, urgencyAllowed: true, talkIsOwed: false };
  expect(allowedHandoverActions(jelle, 'confirmed-by-one', parties, facts)).toEqual(['cancel']);
  expect(allowedHandoverActions(lars, 'confirmed-by-one', parties, { ...facts, notConfirmedBefore: true })).toEqual(['confirm', 'cancel']);
  expect(allowedHandoverActions(marieke, 'done', parties, { ...facts, talkIsOwed: true })).toEqual([]);
});

describe('when somebody is reminded', () => {
  const settings = handoverSettings({});
  const talkOn = d('2026-12-04');
  it('the working day after the talk should have been, and the team lead five working days later', () => {
    expect([remindBothOn(talkOn), tellTeamLeadOn(remindBothOn(talkOn), settings), urgentTalkBy(talkOn, settings)]).toEqual(['2026-12-07', '2026-12-14', '2026-12-18']);
  });
  it.each([
    ['2026-12-04', null],
    ['2026-12-07', 'remind-both'],
    ['2026-12-13', 'remind-both'],
    ['2026-12-14', 'tell-team-lead'],
  ])('on %s: %s', (today, rung) => expect(rungOn(d(today), talkOn, settings)).toBe(rung));
});

describe('what a municipality sets', () => {
  it.each<[string, unknown, object]>([
    ['nothing', null, { urgentWithoutTalk: true, urgentTalkWorkingDays: 10, teamLeadWorkingDays: 5 }],
    ['its own', { handover: { urgentWithoutTalk: false, urgentTalkWorkingDays: 3, teamLeadWorkingDays: 1 } }, { urgentWithoutTalk: false, urgentTalkWorkingDays: 3, teamLeadWorkingDays: 1 }],
    ['nonsense', { handover: { urgentWithoutTalk: 'no', urgentTalkWorkingDays: 0, teamLeadWorkingDays: '5' } }, { urgentWithoutTalk: true, urgentTalkWorkingDays: 10, teamLeadWorkingDays: 5 }],
  ])('%s', (_, settings, becomes) => expect(handoverSettings(settings)).toEqual(becomes));
});

it('a plan names another and a day that is to come', () => {
  const wish = { successorId: 'lars', reason: 'Ander team.', talkOn: d('2026-12-04') };
  const fields = (over: object) => handoverProblems({ ...wish, ...over }, 'jelle', d('2026-11-23')).map(({ name }) => name);
  expect([fields({}), fields({ successorId: 'jelle' }), fields({ talkOn: d('2026-11-22') }), fields({ talkOn: d('2027-05-24') })]).toEqual([[], ['successorId'], ['talkOn'], ['talkOn']]);
});
