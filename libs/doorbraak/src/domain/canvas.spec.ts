import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d } from '#kernel';
import { avoidedCosts, canvasGaps, canvasProblems, type CanvasContent, checkCanvas, EMPTY_CANVAS } from './canvas.js';
import { mayWriteCanvas } from './canvas.policy.js';
import { LEGAL_ROOM_STEPS, legalRoomProblems, nextLegalRoomStep } from './legal-room.js';

const today = d('2026-11-22');
const full: CanvasContent = {
  perspective: 'We wonen rustig en Noah gaat elke dag naar school.',
  obstacles: 'Geen urgentie, dus geen huis.',
  needed: 'Een huis in de wijk.',
  ownContribution: 'Renée werkt 24 uur.',
  whoDoesWhat: 'Jelle belt de corporatie.',
  whoPays: 'Het fonds betaalt de borg.',
  legalRoom: { effect: 'Rust.', basicValues: 'Bestaanszekerheid.', longTerm: 'Geen opvang nodig.', law: 'Awb 4:84.' },
  values: { legitimacy: 'Het mag.', involvement: 'Het gezin wil het.', return: 'Het scheelt opvang.' },
  costMuddlingOnCents: 4_000_000,
  costBreakingThroughCents: 350_000,
  reviewOn: d('2027-05-22'),
};
const names = (problems: readonly { name: string }[]) => problems.map(({ name }) => name);

describe('the canvas', () => {
  it('an empty draft can be saved, but carries no request', () => {
    expect(canvasProblems(EMPTY_CANVAS, today)).toEqual([]);
    expect(names(canvasGaps(EMPTY_CANVAS))).toEqual(['perspective', 'obstacles', 'needed', 'costMuddlingOnCents', 'costBreakingThroughCents']);
  });

  it('what only helps to think does not keep a request back', () => {
    const { ownContribution, whoDoesWhat, whoPays, legalRoom, values, reviewOn } = EMPTY_CANVAS;
    expect(canvasGaps({ ...full, ownContribution, whoDoesWhat, whoPays, legalRoom, values, reviewOn })).toEqual([]);
  });

  it('a full canvas can carry a request', () => {
    expect(() => checkCanvas(full, today)).not.toThrow();
    expect(canvasGaps(full)).toEqual([]);
  });

  const wrong: [string, Partial<CanvasContent>, string][] = [
    ['a text that is too long', { needed: 'x'.repeat(4001) }, 'needed'],
    ['a negative amount', { costMuddlingOnCents: -1 }, 'costMuddlingOnCents'],
    ['half a cent', { costBreakingThroughCents: 0.5 }, 'costBreakingThroughCents'],
    ['a review day that is today', { reviewOn: today }, 'reviewOn'],
  ];
  it.each(wrong)('refuses %s', (_title, change, field) => {
    expect(names(canvasProblems({ ...full, ...change }, today))).toEqual([field]);
    expect(() => checkCanvas({ ...full, ...change }, today)).toThrow();
  });

  it('compares going on as now with breaking through, also when that costs more', () => {
    expect(avoidedCosts(full)).toBe(3_650_000);
    expect(avoidedCosts({ costMuddlingOnCents: 100, costBreakingThroughCents: 300 })).toBe(-200);
    expect(avoidedCosts(EMPTY_CANVAS)).toBeNull();
  });
});

describe('the legal room: effect first, the law last', () => {
  const room = (...filled: string[]) => ({
    effect: filled.includes('effect') ? 'x' : '',
    basicValues: filled.includes('basicValues') ? 'x' : '',
    longTerm: filled.includes('longTerm') ? 'x' : '',
    law: filled.includes('law') ? 'x' : '',
  });

  it.each([
    [[], [], 'effect'],
    [['effect'], [], 'basicValues'],
    [['effect', 'basicValues', 'longTerm', 'law'], [], null],
    [['law'], ['legalRoom.law'], 'effect'],
    [['effect', 'longTerm', 'law'], ['legalRoom.longTerm', 'legalRoom.law'], 'basicValues'],
  ])('answered %j: too early %j, next %s', (filled, early, next) => {
    expect(names(legalRoomProblems(room(...filled)))).toEqual(early);
    expect(nextLegalRoomStep(room(...filled))).toBe(next);
  });

  it('asks four questions', () => {
    expect(LEGAL_ROOM_STEPS.map(({ key }) => key)).toEqual(['effect', 'basicValues', 'longTerm', 'law']);
  });
});

it('only the regisseur of the family writes the canvas', () => {
  const actor = (roles: Actor['roles']): Actor => ({
    userId: 'u',
    organisationId: 'o',
    municipalityId: 'groningen',
    roles,
    teamIds: [],
    kind: 'user',
  });
  const own = { municipalityId: 'groningen', actorIsRegisseur: true };
  expect(mayWriteCanvas(actor(['regisseur']), own).allowed).toBe(true);
  expect(mayWriteCanvas(actor(['team-lead']), own).allowed).toBe(false);
  expect(mayWriteCanvas(actor(['regisseur']), { ...own, actorIsRegisseur: false }).allowed).toBe(false);
  expect(mayWriteCanvas(actor(['regisseur']), { ...own, municipalityId: 'hoogeveen' }).allowed).toBe(false);
});
