import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '#kernel';
import { type BsnStanding, maySeeBsn, type OrganisationKind } from './bsn-right.js';

const KINDS: readonly OrganisationKind[] = ['municipality', 'welfare', 'credit-bank', 'ngo'];
const who = (roles: readonly Role[], kind: OrganisationKind, more: Partial<BsnStanding> = {}): BsnStanding => ({ roles, kind, publicBody: false, mandated: false, ...more });
const may = (standing: BsnStanding): boolean => maySeeBsn(standing).allowed;

describe('who may see a BSN', () => {
  it.each<[string, BsnStanding, boolean]>([
    ['a regisseur of the municipality', who(['regisseur'], 'municipality'), true],
    ['a regisseur of a welfare organisation', who(['regisseur'], 'welfare'), false],
    ['a regisseur of a mandated welfare organisation: the mandate is for the case workers', who(['regisseur'], 'welfare', { mandated: true }), false],
    ['a team lead of the municipality', who(['team-lead'], 'municipality'), true],
    ['a team lead of a mandated welfare organisation', who(['team-lead'], 'welfare', { mandated: true }), false],
    ['a case worker of a mandated welfare organisation', who(['case-worker'], 'welfare', { mandated: true }), true],
    ['a case worker of a welfare organisation without a mandate', who(['case-worker'], 'welfare'), false],
    ['a decision maker of the municipality', who(['decision-maker'], 'municipality'), true],
    ['an objection handler of the municipality', who(['objection-handler'], 'municipality'), true],
    ['somebody of a municipal credit bank', who(['partner-worker'], 'credit-bank', { publicBody: true }), true],
    ['somebody of a private credit bank', who(['partner-worker'], 'credit-bank'), false],
    ['somebody of a private credit bank with a mandate', who(['partner-worker'], 'credit-bank', { mandated: true }), false],
  ])('%s', (_, standing, allowed) => expect(may(standing)).toBe(allowed));

  it('is nobody of an NGO, whatever their roles, mandate or mark', () => {
    for (const role of ROLES) expect([role, may(who([role], 'ngo', { mandated: true, publicBody: true }))]).toEqual([role, false]);
    expect(may(who(ROLES, 'ngo', { mandated: true, publicBody: true }))).toBe(false);
  });

  it.each<Role>(['fund-secretary', 'committee-member', 'finance', 'privacy-officer', 'policy-adviser', 'resident'])('is never the %s', (role) => {
    for (const kind of KINDS) expect([kind, may(who([role], kind, { mandated: true, publicBody: true }))]).toEqual([kind, false]);
  });

  it('says what to use instead', () => {
    const verdict = maySeeBsn(who(['regisseur'], 'welfare'));
    expect(verdict).toEqual({ allowed: false, message: 'Met jouw rol mag je geen BSN zien. Gebruik het zaaknummer.' });
  });
});
