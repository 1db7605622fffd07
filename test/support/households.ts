import { newId, normaliseName } from '#kernel';
import { type HouseholdState, type MemberRole, needsRegisseur, type Urgency } from '#households';
import type { SpecDatabase } from './database.js';

export interface MemberFixture {
  readonly role: MemberRole;
  readonly firstName: string;
  readonly infix?: string;
  readonly lastName?: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly protectedAddress?: boolean;
}

export interface HouseholdOptions {
  /** Persona who is the active regisseur; null = nobody yet. The household lies in this persona's municipality and team. */
  readonly regisseur?: string | null;
  /** Without a regisseur: whose team the household is in. */
  readonly teamOf?: string;
  /** Persona who did the intake and is therefore involved. */
  readonly intakeBy?: string;
  readonly state?: HouseholdState;
  readonly urgency?: Urgency;
  readonly reportedOn?: string;
  readonly name?: string;
  readonly protectedAddress?: boolean;
  readonly members?: readonly MemberFixture[];
}

export interface HouseholdFixture {
  readonly id: string;
  readonly caseNumber: string;
  readonly municipalityId: string;
  /** Ids of the members, by first name. */
  readonly members: Readonly<Record<string, string>>;
  readonly assignmentId: string | undefined;
}

const FAMILY: readonly MemberFixture[] = [
  { role: 'main', firstName: 'Fatima', lastName: 'Bouzid', birthDate: '1988-04-12', phone: '0612345678', email: 'fatima@example.nl' },
  { role: 'partner', firstName: 'Erik', infix: 'de', lastName: 'Wit', birthDate: '1985-09-30', phone: '0687654321' },
  { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' },
];

interface Place {
  readonly userId: string;
  readonly municipalityId: string;
  readonly teamId: string;
}

/** A household with members, an active regisseur and their access, straight in the database. */
export async function aHousehold(db: SpecDatabase, options: HouseholdOptions = {}): Promise<HouseholdFixture> {
  const { regisseur = 'regisseur', members = FAMILY } = options;
  const place = await placeOf(db, regisseur ?? options.teamOf ?? 'regisseur');
  const [id, caseNumber] = [newId(), `Z-${newId().slice(-12)}`];
  const state = options.state ?? (regisseur ? 'intake' : 'waiting-list');
  await db.query(
    `INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, life_domains,
       postcode, house_number, city, neighbourhood, protected_address, member_count, child_count, safety_checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'spreekuur', '{finances}', '9711AB', '12', 'Groningen', 'Centrum', $9, $10, $11, now())`,
    [id, place.municipalityId, place.teamId, caseNumber, options.name ?? 'Familie Bouzid', needsRegisseur(state) ? 'draft-plan' : state,
      options.urgency ?? 'normaal', options.reportedOn ?? '2026-09-01', options.protectedAddress ?? false,
      members.length, members.filter(({ role }) => role === 'child').length],
  );
  const ids: Record<string, string> = {};
  for (const member of members) ids[member.firstName] = await addMember(db, { id, municipalityId: place.municipalityId }, member);
  const assignmentId = regisseur ? await assignRegisseur(db, id, regisseur) : undefined;
  if (needsRegisseur(state)) await becomes(db, { id, member: ids[members[0]?.firstName ?? ''] }, state);
  if (options.intakeBy) await giveAccess(db, id, options.intakeBy, 'intake');
  return { id, caseNumber, municipalityId: place.municipalityId, members: ids, assignmentId };
}

/** A case that gets help is lawful, or the database refuses it: a plan that the family agreed to, and a legal basis. */
async function becomes(db: SpecDatabase, { id, member }: { id: string; member: string | undefined }, state: HouseholdState): Promise<void> {
  await db.query('INSERT INTO family_plan (id, household_id, municipality_id, agreed_version) SELECT $2, id, municipality_id, 1 FROM household WHERE id = $1', [id, newId()]);
  await db.query(
    `INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id,
       valid_from, valid_until, proof, state, recorded_by)
     SELECT $2, h.id, h.municipality_id, $3, 'statutory-task', 'Wmo 2015 art. 2.1.1', 'Regie', '{name}', u.organisation_id, u.organisation_id, '2020-01-01', '2040-01-01', 'law', 'active', u.id
     FROM household h JOIN regisseur_assignment r ON r.household_id = h.id JOIN app_user u ON u.id = r.regisseur_id WHERE h.id = $1 LIMIT 1`,
    [id, newId(), member],
  );
  await db.query('UPDATE household SET state = $2 WHERE id = $1', [id, state]);
}

/** Makes this persona the active regisseur, as an accepted proposal would. */
export async function assignRegisseur(db: SpecDatabase, householdId: string, persona: string): Promise<string> {
  const { userId, municipalityId } = await placeOf(db, persona);
  const assignmentId = newId();
  await db.query(
    `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, active_since)
     VALUES ($1, $2, $3, $4, 'active', $4, now())`,
    [assignmentId, householdId, municipalityId, userId],
  );
  await giveAccess(db, householdId, persona, 'regisseur');
  return assignmentId;
}

export async function giveAccess(db: SpecDatabase, householdId: string, persona: string, reason: 'regisseur' | 'substitute' | 'intake'): Promise<void> {
  await db.query(
    `INSERT INTO household_access (user_id, household_id, municipality_id, reason)
     SELECT u.id, h.id, h.municipality_id, $3 FROM app_user u, household h WHERE u.subject = $2 AND h.id = $1 ON CONFLICT DO NOTHING`,
    [householdId, persona, reason],
  );
}

export async function organisationId(db: SpecDatabase, name: string): Promise<string> {
  const [organisation] = await db.query<{ id: string }>('SELECT id FROM organisation WHERE name = $1', [name]);
  if (!organisation) throw new Error(`no organisation ${name} in the demo people`);
  return organisation.id;
}

export async function userId(db: SpecDatabase, persona: string): Promise<string> {
  return (await placeOf(db, persona)).userId;
}

async function addMember(db: SpecDatabase, household: { id: string; municipalityId: string }, member: MemberFixture): Promise<string> {
  const id = newId();
  const lastName = member.lastName ?? 'Bouzid';
  await db.query(
    `INSERT INTO household_member (id, household_id, municipality_id, role, first_name, infix, last_name, normalised_name, birth_date,
       phone, email, protected_address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, household.id, household.municipalityId, member.role, member.firstName, member.infix ?? null, lastName,
      normaliseName([member.firstName, member.infix, lastName].join(' ')), member.birthDate ?? '1990-01-01',
      member.phone ?? null, member.email ?? null, member.protectedAddress ?? false],
  );
  return id;
}

async function placeOf(db: SpecDatabase, persona: string): Promise<Place> {
  const [place] = await db.query<Place>(
    `SELECT u.id AS "userId", r.municipality_id AS "municipalityId",
       coalesce(r.team_id, (SELECT t.id FROM team t WHERE t.municipality_id = r.municipality_id ORDER BY t.name LIMIT 1)) AS "teamId"
     FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE u.subject = $1`,
    [persona],
  );
  if (!place) throw new Error(`no persona ${persona} in the demo people`);
  return place;
}
