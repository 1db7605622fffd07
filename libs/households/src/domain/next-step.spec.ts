import { describe, expect, test } from '@jest/globals';
import { localDate } from '#kernel';
import { HOUSEHOLD_STATES, type HouseholdState } from './household-case.states.js';
import { type DossierFacts, householdNextStep } from './next-step.js';

const today = localDate('2026-11-23');
const facts = (more: Partial<DossierFacts> = {}): DossierFacts => ({
  state: 'intake', regisseurName: 'Jelle', proposedTo: null, hasActiveBasis: true, openReferrals: [], reminder: null, ...more,
});
const who = (more: Partial<DossierFacts>): string => householdNextStep(facts(more), today).who;
const text = (more: Partial<DossierFacts>): string => householdNextStep(facts(more), today).text;

describe('what comes next for a family', () => {
  test('a family without a regisseur waits for the team lead', () => {
    expect(householdNextStep(facts({ state: 'waiting-list', regisseurName: null }), today)).toEqual({ text: 'Stel een regisseur voor.', who: 'Teamleider' });
  });
  test('a proposed regisseur has the turn until they answer', () => expect(who({ state: 'waiting-list', regisseurName: null, proposedTo: 'Esra' })).toBe('Esra'));
  test('a regisseur without a legal basis records one first', () => expect(text({ hasActiveBasis: false })).toMatch('waarom je gegevens mag delen'));
  test('a partner who was asked has the turn', () => expect(who({ openReferrals: [{ partnerName: 'Humanitas', late: false }] })).toBe('Humanitas'));
  test('when the partner is late the regisseur calls, before anything else', () => {
    const step = householdNextStep(facts({ openReferrals: [{ partnerName: 'GKB', late: true }], hasActiveBasis: false }), today);
    expect(step).toEqual({ text: 'Bel GKB: het antwoord op de verwijzing is te laat.', who: 'Jelle' });
  });
  test('a reminder of today goes before waiting for a partner', () => {
    const openReferrals = [{ partnerName: 'GKB', late: false }];
    expect(text({ openReferrals, reminder: { title: 'Bel moeder', dueOn: today } })).toBe('Bel moeder');
    expect(who({ openReferrals, reminder: { title: 'Bel moeder', dueOn: localDate('2026-11-30') } })).toBe('GKB');
  });
  test('when the team lead was asked, the team lead has the turn', () => {
    expect(householdNextStep(facts({ state: 'scaled-up', hasActiveBasis: false }), today)).toEqual({ text: 'Beslis wat er nodig is om het gezin verder te helpen.', who: 'Teamleider' });
  });
  test('the aftercare asks no legal basis first', () => expect(text({ state: 'aftercare', hasActiveBasis: false })).toBe('Vraag het gezin hoe het gaat.'));
  test('nobody has to do anything for a family that has left', () => {
    for (const state of ['closed', 'moved-away', 'declined-help', 'referred-elsewhere'] as const) expect(who({ state })).toBe('Niemand');
  });
  test.each(Object.keys(HOUSEHOLD_STATES) as HouseholdState[])('%s has a next step in words', (state) => {
    expect(text({ state })).toMatch(/\.$/);
  });
});
