import { describe, expect, it } from '@jest/globals';
import { AUDITED_ACTIONS } from './activities.js';
import { accessLogSetting, type SeenLine, sightings, TOLD } from './who-saw.js';

const line = (more: Partial<SeenLine> = {}): SeenLine => ({
  id: 1, memberId: 'fatima', at: new Date('2026-11-22T10:00:00Z'), action: 'household.read', details: { view: 'involved', reasons: ['regisseur'] },
  roles: 'regisseur', person: 'Jelle Hoekstra', organisation: 'WIJ Groningen', ...more,
});

describe('telling a resident who saw the file', () => {
  it.each<[string, Partial<SeenLine>, { who?: string; what?: string; why?: string | null }]>([
    ['the regisseur', {}, { who: 'regisseur', what: 'keek in het dossier', why: 'als regisseur van het gezin' }],
    ['a substitute', { details: { reasons: ['substitute'] } }, { why: 'als waarnemer van de regisseur' }],
    ['who did the intake', { details: { reasons: ['intake'] }, roles: 'case-worker' }, { who: 'medewerker van het team', why: 'omdat deze medewerker de aanmelding deed' }],
    ['who broke the glass, even with an ordinary reason beside it', { details: { reasons: ['intake', 'break-glass'] } }, { why: 'met noodtoegang, omdat er snel hulp nodig was' }],
    ['a team lead of a case that is scaled up', { details: { view: 'scaled-up', reasons: [] }, roles: 'team-lead' }, { who: 'teamleider', why: 'omdat de zaak is opgeschaald' }],
    ['a team lead who saw the name only', { details: { view: 'head', reasons: [] }, roles: 'team-lead' }, { what: 'zag dat het gezin er is, niet het dossier' }],
    ['a partner in a referral', { action: 'referral.read', roles: 'partner-worker', details: {}, partner: 'Humanitas' }, { who: 'medewerker van een partner', what: 'keek in een verwijzing naar Humanitas', why: null }],
    ['sharing with a partner that is not known any more', { action: 'referral.requested', details: {}, partner: null }, { what: 'deelde gegevens met een partner' }],
    ['somebody with two functions: the one nearest to the family', { roles: 'privacy-officer,regisseur' }, { who: 'regisseur' }],
    ['a line from before functions were kept', { roles: null }, { who: 'medewerker' }],
  ])('%s', (_what, given, expected) => {
    expect(sightings([line(given)], 'function')[0]).toMatchObject(expected);
  });

  it('shows a name only where the municipality chose that', () => {
    expect(JSON.stringify(sightings([line()], 'function'))).not.toContain('Jelle');
    expect(sightings([line()], 'name')[0]?.who).toBe('Jelle Hoekstra (regisseur)');
  });

  it('makes one of what one person did several times on one day in Amsterdam', () => {
    const lines = [line({ at: new Date('2026-11-22T22:59:00Z') }), line({ at: new Date('2026-11-22T09:00:00Z') }), line({ at: new Date('2026-11-21T22:30:00Z') })];
    expect(sightings(lines, 'function').map(({ day, times }) => [day, times.length])).toEqual([['2026-11-22', 2], ['2026-11-21', 1]]);
  });

  it('makes one of one look at several people at once, and keeps apart what was about one of them', () => {
    const both = [line({ memberId: 'noor' }), line({ memberId: 'fatima' })];
    const one = line({ memberId: 'noor', at: new Date('2026-11-22T12:00:00Z') });
    expect(sightings([one, ...both], 'function').map(({ memberIds, times }) => [memberIds, times.length])).toEqual([[['noor'], 1], [['fatima', 'noor'], 1]]);
  });

  it('keeps two colleagues apart, also when only their function is shown', () => {
    expect(sightings([line(), line({ person: 'Lars Feenstra' })], 'function')).toHaveLength(2);
  });

  it.each([[null, 'function'], [{}, 'function'], [{ accessLog: { employee: 'everything' } }, 'function'], [{ accessLog: { employee: 'name' } }, 'name']])('reads the setting %j as %s', (settings, shown) => {
    expect(accessLogSetting(settings)).toBe(shown);
  });

  it('tells of every action or is silent about it, never both', () => {
    const single = Object.keys(AUDITED_ACTIONS).filter((action) => !action.endsWith('.*'));
    expect([...TOLD.told, ...TOLD.silent].sort()).toEqual(single.sort());
    expect(TOLD.told).toContain('household.read');
    expect(TOLD.silent).toContain('reminder.planned');
    expect(TOLD.silentRooms).toContain('reminder');
  });
});
