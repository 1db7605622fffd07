import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { addDays, type LocalDate, localDate, newId } from '#kernel';
import { type AgreementState, type BasisState, type DataCategory, DATA_CATEGORY_NAMES, decideSharing, type GateAgreement, type GateBasis, type GateRelease } from '#privacy';
import { actorSettings, SET_ACTOR } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';

const TODAY = localDate('2026-03-02');
const MEMBERS = ['Fatima', 'Noor'] as const;
const PARTNERS = ['Groningse Kredietbank', 'Humanitas'] as const;
/** Bases of the catalogue with and without a secrecy, and one from before it. */
const CODES: Readonly<Record<string, readonly DataCategory[] | null>> = { wgs: ['health'], 'vitaal-belang': [], none: null };

// Around today, so that every edge is hit: over yesterday, ends today, starts today, starts tomorrow.
const period = fc.oneof(fc.constant({ from: -1, days: 3 }), fc.record({ from: fc.integer({ min: -2, max: 1 }), days: fc.integer({ min: 1, max: 4 }) }))
  .map(({ from, days }) => ({ validFrom: addDays(TODAY, from), validUntil: addDays(TODAY, from + days) }));
const categories = fc.oneof(fc.constant(DATA_CATEGORY_NAMES), fc.subarray([...DATA_CATEGORY_NAMES], { minLength: 1 }));
const mostly = <T extends string>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const recordState = mostly<BasisState>('active', 'proposed', 'withdrawn', 'expired', 'superseded', 'invalid');
const member = fc.constantFrom(...MEMBERS);
const partner = mostly<(typeof PARTNERS)[number]>(...PARTNERS);

const world = fc.record({
  bases: fc.array(fc.record({ member, partner, categories, state: recordState, period, code: fc.constantFrom(...Object.keys(CODES)) }), { minLength: 1, maxLength: 6 }),
  agreements: fc.array(fc.record({ partner, categories, state: mostly<AgreementState>('active', 'taken-over', 'proposed', 'ended'), period }), { minLength: 1, maxLength: 3 }),
  releases: fc.array(fc.record({ member, partner, categories, state: recordState, period }), { maxLength: 3 }),
  restricted: fc.oneof({ weight: 3, arbitrary: fc.constant<(typeof MEMBERS)[number][]>([]) }, { weight: 1, arbitrary: fc.subarray([...MEMBERS]) }),
  left: fc.oneof({ weight: 4, arbitrary: fc.constant<(typeof MEMBERS)[number][]>([]) }, { weight: 1, arbitrary: fc.subarray([...MEMBERS]) }),
});
type World = typeof world extends fc.Arbitrary<infer Facts> ? Facts : never;

/** 'Fatima name 2026-03-04': what is open, and until when. */
type Open = readonly string[];

describe('the gate and the narrow door', () => {
  let db: SpecDatabase;
  let client: pg.Client;
  let family: HouseholdFixture;
  let partners: Readonly<Record<string, string>>;
  let regisseur: string;
  beforeAll(async () => {
    db = await freshDatabase();
    family = await aHousehold(db);
    partners = Object.fromEntries(await Promise.all(PARTNERS.map(async (name) => [name, await organisationId(db, name)] as const)));
    regisseur = await userId(db, 'regisseur');
    await db.query('DELETE FROM data_sharing_agreement');
    client = new pg.Client({ connectionString: db.migratorUrl, types: { getTypeParser: (oid, format) => (oid === pg.types.builtins.DATE ? String : pg.types.getTypeParser(oid, format)) } });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.drop();
  });

  const idOf = (firstName: string): string => family.members[firstName] ?? '';
  const gkb = (): string => partners['Groningse Kredietbank'] ?? '';

  /** What the pure function says of everything that is shared. */
  function byGate({ bases, agreements, releases, restricted, left }: World): Open {
    const { covered } = decideSharing({
      toOrganisation: { id: gkb(), name: '' }, today: TODAY,
      bases: bases.map(({ member: who, partner: to, categories: dataCategories, state, period: when, code }, index): GateBasis => ({
        id: String(index), memberId: who, toOrganisationId: partners[to] ?? '', dataCategories, state, type: 'statutory-task', article: '', secrecyCategories: CODES[code] ?? null, ...when,
      })),
      agreements: agreements.map(({ partner: to, categories: named, state, period: when }): GateAgreement => ({ organisationId: partners[to] ?? '', categories: named, state, ...when })),
      releases: releases.map(({ member: who, partner: to, categories: named, state, period: when }): GateRelease => ({ memberId: who, toOrganisationId: partners[to] ?? '', categories: named, state, ...when })),
      // Who left is never put before the gate (`requireMember`); the doors see them still, and show nothing.
      requested: MEMBERS.filter((who) => !left.includes(who)).map((who) => ({
        memberId: who, memberName: who, isChild: who === 'Noor', hasProtectedAddress: false, isRestricted: restricted.includes(who), categories: DATA_CATEGORY_NAMES,
      })),
    });
    return covered.map(({ memberId, category, until }) => `${memberId} ${category} ${until}`).toSorted();
  }

  /** The same facts as rows, and what each door shows the partner of them. Leaves nothing behind. */
  async function byDoors(facts: World): Promise<Record<string, Open>> {
    await client.query('BEGIN');
    try {
      const referral = await fill(facts);
      const actor = { userId: newId(), organisationId: gkb(), municipalityId: family.municipalityId, roles: ['partner-worker' as const], teamIds: [], kind: 'user' as const };
      await client.query(SET_ACTOR, actorSettings(actor, 'off'));
      return {
        referral: await shown('access.shared_with_me($2, $1)', [TODAY, referral]),
        organisation: await shown('access.shared_with_my_organisation($1)', [TODAY]),
        meeting: await shown('access.shared_in_meetings($1)', [TODAY]),
        'another’s': await asOther(referral),
      };
    } finally {
      await client.query('ROLLBACK');
    }
  }

  async function shown(door: string, values: unknown[]): Promise<Open> {
    const { rows } = await client.query<{ member_id: string; category: string; until: LocalDate }>(
      `SELECT member_id, category, max(open_until) AS until FROM ${door} GROUP BY 1, 2`, values);
    const nameOf = (id: string): string => MEMBERS.find((name) => idOf(name) === id) ?? id;
    return rows.map(({ member_id, category, until }) => `${nameOf(member_id)} ${category} ${until}`).toSorted();
  }

  async function asOther(referral: string): Promise<Open> {
    const actor = { userId: newId(), organisationId: partners['Humanitas'] ?? '', municipalityId: family.municipalityId, roles: ['partner-worker' as const], teamIds: [], kind: 'user' as const };
    await client.query(SET_ACTOR, actorSettings(actor, 'off'));
    const all = [await shown('access.shared_with_me($2, $1)', [TODAY, referral]), await shown('access.shared_with_my_organisation($1)', [TODAY]), await shown('access.shared_in_meetings($1)', [TODAY])];
    return all.flat();
  }

  async function fill({ bases, agreements, releases, restricted, left }: World): Promise<string> {
    const place = [family.id, family.municipalityId];
    const addBasis = async (who: string, to: string, named: readonly string[], state: string, when: { validFrom: string; validUntil: string }, code: string | null): Promise<string> => {
      const id = newId();
      await client.query(
        `INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id,
           valid_from, valid_until, proof, state, recorded_by, catalogue_code)
         VALUES ($1, $2, $3, $4, 'statutory-task', '', '', $5, $6, $6, $7, $8, 'law', $9, $10, $11)`,
        [id, ...place, idOf(who), named, to, when.validFrom, when.validUntil, state, regisseur, code]);
      return id;
    };
    for (const { member: who, partner: to, categories: named, state, period: when, code } of bases) {
      await addBasis(who, partners[to] ?? '', named, state, when, code === 'none' ? null : code);
    }
    for (const { partner: to, categories: named, state, period: when } of agreements) {
      await client.query(
        `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, signed_on, valid_from, valid_until, categories, state)
         VALUES ($1, $2, $3, '', '2026-01-01', $4, $5, $6, $7)`, [newId(), family.municipalityId, partners[to], when.validFrom, when.validUntil, named, state]);
    }
    for (const { member: who, partner: to, categories: named, state, period: when } of releases) {
      await client.query(
        `INSERT INTO secrecy_release (id, household_id, municipality_id, member_id, professional, released_organisation, to_organisation_id, categories, purpose,
           valid_from, valid_until, state, proof, given_by, recorded_by) VALUES ($1, $2, $3, $4, '', '', $5, $6, '', $7, $8, $9, '', '[1]', $10)`,
        [newId(), ...place, idOf(who), partners[to], named, when.validFrom, when.validUntil, state, regisseur]);
    }
    await client.query('UPDATE household_member SET restricted_since = now() WHERE id = ANY ($1)', [restricted.map(idOf)]);
    await client.query(`UPDATE household_member SET left_on = $2, left_reason = 'own-home' WHERE id = ANY ($1)`, [left.map(idOf), TODAY]);
    // Everything of both is shared with the one partner; which of it is open is the question.
    const [referral, meeting, dead] = [newId(), newId(), await addBasis('Fatima', gkb(), [], 'invalid', { validFrom: TODAY, validUntil: addDays(TODAY, 1) }, null)];
    await client.query(
      `INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state)
       VALUES ($1, $2, $3, 'x', $4, $4, $5, '', 'requested')`, [referral, ...place, gkb(), regisseur]);
    await client.query(`INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state)
       VALUES ($1, $2, $3, 'x', $4, $5, '', 'planned')`, [meeting, ...place, regisseur, TODAY]);
    await client.query('INSERT INTO meeting_invitation (meeting_id, organisation_id, household_id, municipality_id) VALUES ($1, $2, $3, $4)', [meeting, gkb(), ...place]);
    const shares = `SELECT member, category, $4::uuid FROM unnest($5::uuid[]) member, unnest($6::text[]) category`;
    const values = [...place, dead, MEMBERS.map(idOf), DATA_CATEGORY_NAMES];
    await client.query(`INSERT INTO referral_share (referral_id, household_id, municipality_id, member_id, category, legal_basis_id) SELECT $1, $2, $3, x.* FROM (${shares}) x`, [referral, ...values]);
    await client.query(`INSERT INTO meeting_share (meeting_id, organisation_id, household_id, municipality_id, member_id, category, legal_basis_id)
      SELECT $1, $7, $2, $3, x.* FROM (${shares}) x`, [meeting, ...values, gkb()]);
    return referral;
  }

  it('say the same of every person and category, whatever bases, agreements, releases and restrictions there are', async () => {
    let open = 0;
    await fc.assert(fc.asyncProperty(world, async (facts) => {
      const gate = byGate(facts);
      open += gate.length;
      expect(await byDoors(facts)).toEqual({ referral: gate, organisation: gate, meeting: gate, 'another’s': [] });
    }), { numRuns: 300 });
    // A test that only ever sees closed doors would prove nothing.
    expect(open).toBeGreaterThan(500);
    process.stdout.write(`gate and door compared on 300 families, ${open} cells open\n`);
  });
});
