import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { DATA_CATEGORY_NAMES } from '../data-categories.js';
import type { GateBasis } from '../sharing-gate.js';
import type { GateAgreement } from './agreement.states.js';
import { type FamilySharing, whoSeesWhat } from './who-sees-what.js';

const humanitas = { id: 'humanitas', name: 'Humanitas' };
const mother = { memberId: 'renee', memberName: 'Renée', isChild: false, hasProtectedAddress: false, isRestricted: false };
const noah = { ...mother, memberId: 'noah', memberName: 'Noah', isChild: true };
const consent: GateBasis = {
  id: 'b1', memberId: 'renee', toOrganisationId: 'humanitas', dataCategories: ['name', 'contact'], state: 'active', type: 'consent',
  article: 'AVG art. 6 lid 1 onder a', validFrom: d('2026-09-01'), validUntil: d('2027-03-01'),
};
const agreement: GateAgreement = {
  organisationId: 'humanitas', categories: DATA_CATEGORY_NAMES, state: 'active', validFrom: d('2026-01-01'), validUntil: d('2030-01-01'),
};
const family = (over: Partial<FamilySharing> = {}): FamilySharing => ({
  today: d('2026-11-22'), members: [mother, noah], organisations: [humanitas], bases: [consent], agreements: [agreement], releases: [],
  running: [{ organisationId: 'humanitas', memberId: 'renee', category: 'name' }], ...over,
});
const cell = (over: Partial<FamilySharing>, memberId = 'renee') => whoSeesWhat(family(over))[0]?.cells.find((one) => one.memberId === memberId);

const MAY = 'Humanitas mag naam, telefoonnummer en e-mailadres van Renée zien, op grond van toestemming (AVG art. 6 lid 1 onder a), tot 1 maart 2027.'
  + ' Er loopt nu geen verwijzing of overleg waarin dat wordt gedeeld.';

describe('who sees what of a family', () => {
  it.each<[string, Partial<FamilySharing>, string, string, string | null]>([
    ['what is shared and covered is seen', {}, 'renee',
      'Humanitas ziet naam van Renée, op grond van toestemming (AVG art. 6 lid 1 onder a), tot 1 maart 2027.', null],
    ['what is covered and not shared is not seen', { running: [] }, 'renee', MAY, 'not-shared'],
    ['what is shared and no longer covered is not seen', { bases: [] }, 'renee', 'Humanitas ziet niets van Renée. Er is geen geldige grondslag.', 'no-basis'],
    ['a child needs a basis of their own', {}, 'noah',
      'Humanitas ziet niets van Noah. Er is geen geldige grondslag. Een kind heeft een eigen grondslag nodig.', 'no-basis'],
    ['without an agreement nothing', { agreements: [] }, 'renee', 'Met Humanitas is geen privacyovereenkomst.', 'no-agreement'],
    ['of somebody who asked for restriction nothing', { members: [{ ...mother, isRestricted: true }] }, 'renee',
      'De gegevens van Renée worden nu met niemand gedeeld. Het gebruik is beperkt (AVG art. 18).', 'restricted'],
    ['an agreement about other data than the basis', { agreements: [{ ...agreement, categories: ['health'] }] }, 'renee',
      'De privacyovereenkomst met Humanitas gaat niet over de naam.', 'not-in-agreement'],
    ['an agreement about other data, and no basis either', { bases: [], agreements: [{ ...agreement, categories: ['health'] }] }, 'renee',
      'Humanitas ziet niets van Renée. Er is geen geldige grondslag.', 'no-basis'],
    ['only a basis that waits for a release', { bases: [{ ...consent, dataCategories: ['health'], secrecyCategories: ['health'] }] }, 'renee',
      'Er is wel een grondslag, maar over de gezondheid van Renée geldt een beroepsgeheim. Dat is niet opgeheven voor Humanitas.', 'no-release'],
  ])('%s', (_title, over, memberId, sentence, why) => {
    expect(cell(over, memberId)).toMatchObject({ sentence, why });
  });

  it('names the basis and the first end', () => {
    const law: GateBasis = { ...consent, id: 'b2', type: 'statutory-task', article: 'Wgs art. 8', dataCategories: ['finances'], validUntil: d('2027-01-01') };
    expect(cell({ bases: [consent, law], running: [] })).toMatchObject({
      may: ['name', 'contact', 'finances'], sees: [], until: '2027-01-01', basis: 'toestemming (AVG art. 6 lid 1 onder a) en een wettelijke taak (Wgs art. 8)',
    });
  });

  it('tells per organisation what it sees, or that it sees nothing', () => {
    expect(whoSeesWhat(family())[0]?.sentence).toContain('Humanitas ziet naam van Renée');
    expect(whoSeesWhat(family({ running: [] }))[0]?.sentence).toBe('Humanitas ziet nu niets van dit gezin.');
  });
});
