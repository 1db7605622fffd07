import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate as d } from '#kernel';
import { DATA_CATEGORY_NAMES, type DataCategory, fieldsOf, mayReceiveBsn, suggestedCategories } from './data-categories.js';
import { BASIS_STATES, type BasisState } from './legal-basis.states.js';
import type { GateAgreement } from './sharing/agreement.states.js';
import { decideSharing, type GateBasis, type GateRelease, type RequestedShare, stillCovered } from './sharing-gate.js';

const humanitas = { id: 'humanitas', name: 'Humanitas' };
const today = d('2026-11-22');

const basis = (over: Partial<GateBasis> = {}): GateBasis => ({
  id: 'basis-1',
  memberId: 'renee',
  toOrganisationId: 'humanitas',
  dataCategories: ['name', 'contact'],
  state: 'active',
  type: 'consent',
  article: 'AVG art. 6 lid 1 onder a',
  validFrom: d('2026-09-01'),
  validUntil: d('2027-03-01'),
  ...over,
});
const renee = (...categories: DataCategory[]): RequestedShare => ({
  memberId: 'renee',
  memberName: 'Renée',
  isChild: false,
  hasProtectedAddress: false,
  isRestricted: false,
  categories,
});
const noah = (...categories: DataCategory[]): RequestedShare => ({
  memberId: 'noah',
  memberName: 'Noah',
  isChild: true,
  hasProtectedAddress: false,
  isRestricted: false,
  categories,
});
const agreement = (over: Partial<GateAgreement> = {}): GateAgreement => ({
  organisationId: 'humanitas', categories: DATA_CATEGORY_NAMES, state: 'active', validFrom: d('2026-01-01'), validUntil: d('2030-01-01'), ...over,
});
const release = (over: Partial<GateRelease> = {}): GateRelease => ({
  memberId: 'renee', toOrganisationId: 'humanitas', categories: ['health'], state: 'active', validFrom: d('2026-09-01'), validUntil: d('2027-02-01'), ...over,
});
const ask = (bases: GateBasis[], ...requested: RequestedShare[]) =>
  decideSharing({ toOrganisation: humanitas, today, bases, agreements: [agreement()], releases: [], requested });

describe('what an organisation may see', () => {
  it.each([
    ['what the basis names', [basis()], renee('name', 'contact'), true],
    ['not what the basis does not name', [basis()], renee('name', 'finances'), false],
    ['nothing without a basis', [], renee('name'), false],
    ['nothing on a withdrawn basis', [basis({ state: 'withdrawn' })], renee('name'), false],
    ['nothing on a basis that is only proposed', [basis({ state: 'proposed' })], renee('name'), false],
    ['nothing when the period is over', [basis({ validUntil: today })], renee('name'), false],
    ['nothing before the period starts', [basis({ validFrom: d('2026-11-23') })], renee('name'), false],
    ['nothing on a basis for another organisation', [basis({ toOrganisationId: 'gkb' })], renee('name'), false],
    ['nothing of a child on the basis of the mother', [basis()], noah('name'), false],
    ['a child, on the child’s own basis', [basis({ memberId: 'noah' })], noah('name'), true],
    ['two bases together cover more', [basis(), basis({ id: 'b2', dataCategories: ['address'] })], renee('name', 'address'), true],
  ])('%s', (_title, bases, share, allowed) => {
    expect(ask(bases, share).allowed).toBe(allowed);
  });

  it('a protected address needs a basis that names the address of exactly that member', () => {
    const hidden = { ...renee('address'), hasProtectedAddress: true };
    const others = [basis(), basis({ id: 'b2', memberId: 'noah', dataCategories: ['address'] })];
    expect(ask(others, hidden).missing[0]?.message).toContain('Dit adres is beschermd.');
    expect(ask([basis({ dataCategories: ['address'] })], hidden).allowed).toBe(true);
  });

  it('says in Dutch what is missing', () => {
    const { missing, sentence } = ask([basis()], noah('address'), renee('health'));
    expect(missing.map(({ message }) => message)).toEqual([
      'Er is geen geldige grondslag om het adres van Noah met Humanitas te delen. Een kind heeft een eigen grondslag nodig.',
      'Er is geen geldige grondslag om de gezondheid van Renée met Humanitas te delen.',
    ]);
    expect(sentence).toBe('Delen met Humanitas kan nog niet. Er mist een grondslag.');
  });

  it('says in Dutch what will be seen, on which basis and until when', () => {
    const noahs = basis({ id: 'b2', memberId: 'noah', dataCategories: ['name'], type: 'statutory-task', article: 'Jeugdwet art. 2.3' });
    expect(ask([basis(), noahs], renee('contact', 'name'), noah('name')).sentence).toBe(
      'Humanitas ziet naam, telefoonnummer en e-mailadres van Renée, op grond van toestemming ' +
        '(AVG art. 6 lid 1 onder a), tot 1 maart 2027. ' +
        'Humanitas ziet naam van Noah, op grond van een wettelijke taak (Jeugdwet art. 2.3), tot 1 maart 2027.',
    );
    expect(ask([]).sentence).toBe('Humanitas ziet niets van dit gezin.');
  });

  it('names the basis that lasts longest', () => {
    const longer = basis({ id: 'b2', validUntil: d('2027-06-01') });
    const { covered } = ask([basis(), longer, basis({ id: 'b3' })], renee('name'));
    expect(covered).toEqual([{ memberId: 'renee', memberName: 'Renée', category: 'name', basisId: 'b2', until: '2027-06-01' }]);
  });

  it('a running referral falls when its basis is withdrawn', () => {
    const question = { toOrganisation: humanitas, today, agreements: [agreement()], releases: [], requested: [renee('name')] };
    expect(stillCovered({ ...question, bases: [basis()] })).toBe(true);
    expect(stillCovered({ ...question, bases: [basis({ state: 'withdrawn' })] })).toBe(false);
  });
});

describe('what stands beside the basis', () => {
  const health = basis({ dataCategories: ['name', 'health'], secrecyCategories: ['health'], validUntil: d('2027-06-01') });
  const [name, healthOf] = [renee('name'), renee('health')];
  type Row = [title: string, asked: { share: RequestedShare; bases?: GateBasis[]; agreements?: GateAgreement[]; releases?: GateRelease[] }, answer: string];

  it.each<Row>([
    ['all is there: open until the basis ends', { share: name }, '2027-06-01'],
    ['no agreement with the organisation', { share: name, agreements: [] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement with another organisation', { share: name, agreements: [agreement({ organisationId: 'gkb' })] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement that is only proposed', { share: name, agreements: [agreement({ state: 'proposed' })] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement that was ended', { share: name, agreements: [agreement({ state: 'ended' })] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement whose last day was yesterday', { share: name, agreements: [agreement({ validUntil: today })] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement that starts tomorrow', { share: name, agreements: [agreement({ validFrom: d('2026-11-23') })] }, 'Met Humanitas is geen privacyovereenkomst.'],
    ['an agreement about other data', { share: name, agreements: [agreement({ categories: ['finances'] })] }, 'De privacyovereenkomst met Humanitas gaat niet over de naam.'],
    ['two agreements together', { share: name, agreements: [agreement({ categories: ['finances'] }), agreement({ categories: ['name'] })] }, '2027-06-01'],
    ['an agreement that an upgrade took over', { share: name, agreements: [agreement({ state: 'taken-over' })] }, '2027-06-01'],
    ['an agreement that ends before the basis', { share: name, agreements: [agreement({ validUntil: d('2027-01-01') })] }, '2027-01-01'],
    ['somebody whose data are restricted', { share: { ...name, isRestricted: true } },
      'De gegevens van Renée worden nu met niemand gedeeld. Het gebruik is beperkt (AVG art. 18).'],
    ['secrecy without a release', { share: healthOf },
      'Er is wel een grondslag, maar over de gezondheid van Renée geldt een beroepsgeheim. Dat is niet opgeheven voor Humanitas.'],
    ['secrecy with a release, which ends first', { share: healthOf, releases: [release()] }, '2027-02-01'],
    ['secrecy with a withdrawn release', { share: healthOf, releases: [release({ state: 'withdrawn' })] },
      'Er is wel een grondslag, maar over de gezondheid van Renée geldt een beroepsgeheim. Dat is niet opgeheven voor Humanitas.'],
    ['secrecy with a release for another person', { share: healthOf, releases: [release({ memberId: 'noah' })] },
      'Er is wel een grondslag, maar over de gezondheid van Renée geldt een beroepsgeheim. Dat is niet opgeheven voor Humanitas.'],
    ['health on a basis from before the catalogue', { share: healthOf, bases: [{ ...health, secrecyCategories: null }] },
      'Er is wel een grondslag, maar over de gezondheid van Renée geldt een beroepsgeheim. Dat is niet opgeheven voor Humanitas.'],
    ['health where the catalogue knows no secrecy', { share: healthOf, bases: [{ ...health, secrecyCategories: [] }] }, '2027-06-01'],
    ['a release without a basis', { share: noah('health'), releases: [release({ memberId: 'noah' })] },
      'Er is geen geldige grondslag om de gezondheid van Noah met Humanitas te delen. Een kind heeft een eigen grondslag nodig.'],
  ])('%s', (_title, { share, bases = [health], agreements = [agreement()], releases = [] }, answer) => {
    const { covered, missing } = decideSharing({ toOrganisation: humanitas, today, bases, agreements, releases, requested: [share] });
    expect(covered[0]?.until ?? missing[0]?.message).toBe(answer);
  });

  it('says on top what has to be solved first', () => {
    const asked = { toOrganisation: humanitas, today, bases: [], releases: [], requested: [renee('name', 'finances')] };
    expect(decideSharing({ ...asked, agreements: [] }).sentence).toBe('Delen met Humanitas kan nog niet. Met Humanitas is geen privacyovereenkomst.');
    expect(decideSharing({ ...asked, agreements: [agreement({ categories: ['name'] })] }).sentence)
      .toBe('Delen met Humanitas kan nog niet. De privacyovereenkomst met Humanitas gaat hier niet over.');
  });
});

describe('the gate as a whole', () => {
  const anyBasis = fc.record({
    memberId: fc.constantFrom('renee', 'noah'),
    toOrganisationId: fc.constantFrom('humanitas', 'gkb'),
    state: fc.constantFrom(...(Object.keys(BASIS_STATES) as BasisState[])),
    dataCategories: fc.subarray(DATA_CATEGORY_NAMES),
  });

  it('answers every requested category once, and covers none without its own active basis', () => {
    fc.assert(
      fc.property(fc.array(anyBasis), fc.subarray(DATA_CATEGORY_NAMES), (given, categories) => {
        const bases = given.map((over, index) => basis({ secrecyCategories: [], ...over, id: String(index) }));
        const { covered, missing } = ask(bases, noah(...categories));
        expect(covered.length + missing.length).toBe(categories.length);
        for (const { basisId, category } of covered) {
          expect(bases.find(({ id }) => id === basisId)).toMatchObject({
            memberId: 'noah',
            toOrganisationId: 'humanitas',
            state: 'active',
            dataCategories: expect.arrayContaining([category]),
          });
        }
      }),
    );
  });
});

describe('fields and BSN', () => {
  it('a category opens its own fields only', () => {
    expect(fieldsOf(['contact', 'name'])).toEqual(['firstName', 'infix', 'lastName', 'phone', 'email']);
    expect(fieldsOf(['finances', 'health'])).toEqual([]);
  });

  it('a form proposes nothing of a child', () => {
    expect([suggestedCategories({ isChild: true }), suggestedCategories({ isChild: false })]).toEqual([[], ['name', 'contact']]);
  });

  it.each([
    ['a public body', { isPublicBody: true, isNgo: false, statutoryBsnGround: null }, true],
    ['a body with a statutory ground', { isPublicBody: false, isNgo: false, statutoryBsnGround: 'Wgs 8' }, true],
    ['any other body', { isPublicBody: false, isNgo: false, statutoryBsnGround: null }, false],
    ['an NGO, whatever ground it names', { isPublicBody: false, isNgo: true, statutoryBsnGround: 'Wgs 8' }, false],
  ])('BSN: %s', (_title, organisation, allowed) => {
    expect(mayReceiveBsn(organisation)).toBe(allowed);
  });
});
