import { Injectable } from '@nestjs/common';
import { DomainError, localDateOf, newId, partsOf } from '#kernel';
import { BsnVault, type Transaction } from '#platform';
import { type HouseholdFacts, type HouseholdReport, householdName, isChild, NO_FACTS, type ReportedPerson, transitionHousehold } from './domain/index.js';
import { normalisedNameOf } from './domain/intake-export/index.js';

export interface TakenIn {
  readonly id: string;
  readonly caseNumber: string;
}

// A report that was checked for safety has nothing else yet.
const FACTS: HouseholdFacts = { ...NO_FACTS, safetyChecked: true };

const HOUSEHOLDS = `
  INSERT INTO household (id, municipality_id, team_id, case_number, external_ref, name, state, urgency, urgency_reason, reported_on,
    source, life_domains, note, postcode, house_number, house_number_suffix, city, neighbourhood, protected_address,
    member_count, child_count, safety_checked_at, safety_checked_by)
  SELECT r.id, $2, $3, next_case_number($4), r.external_ref, r.name, $5, r.urgency, r.urgency_reason, r.reported_on,
    r.source, r.life_domains, r.note, r.postcode, r.house_number, r.suffix, r.city, r.neighbourhood, r.protected,
    r.member_count, r.child_count, $6, $7
  FROM jsonb_to_recordset($1) AS r(id uuid, external_ref text, name text, urgency text, urgency_reason text, reported_on date,
    source text, life_domains text[], note text, postcode text, house_number text, suffix text, city text, neighbourhood text,
    protected boolean, member_count int, child_count int)`;

const MEMBERS = `
  INSERT INTO household_member (id, household_id, municipality_id, role, first_name, infix, last_name, normalised_name, birth_date,
    phone, email, protected_address, bsn_sealed, bsn_index)
  SELECT m.id, m.household_id, $2, m.role, m.first_name, m.infix, m.last_name, m.normalised_name, m.birth_date,
    m.phone, m.email, m.protected_address, decode(m.bsn_sealed, 'hex'), decode(m.bsn_index, 'hex')
  FROM jsonb_to_recordset($1) AS m(id uuid, household_id uuid, role text, first_name text, infix text, last_name text,
    normalised_name text, birth_date date, phone text, email text, protected_address boolean, bsn_sealed text, bsn_index text)`;

const EVENTS = `
  INSERT INTO household_event (id, household_id, municipality_id, at, kind, text, by_user_id)
  SELECT e.id, e.household_id, $2, $3, $4, $5, $6 FROM jsonb_to_recordset($1) AS e(id uuid, household_id uuid)`;

const AUDIT = `
  INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
  SELECT $2, $3, $4, $5, 'household', id, id, $6 FROM unnest($1::uuid[]) AS id`;

const TAKEN_IN = 'Het gezin is aangemeld, de veiligheid is bekeken en het gezin staat op de wachtlijst.';
const REPORTED = 'Het gezin is aangemeld. De veiligheid moet nog bekeken worden.';

/** Where a reported family becomes a household on the waiting list: one, or a whole file of them in a handful of statements. */
@Injectable()
export class IntakeDesk {
  constructor(private readonly vault: BsnVault) {}

  /** One report at a time per municipality, so that two desks never take in the same family. Held until the transaction ends. */
  async waitForTurn(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('naast-intake'), hashtext($1))`, [tx.actor.municipalityId]);
  }

  /** New households with their people, in the order given. The caller has checked duplicates; whose safety was not looked at waits as a report. */
  async takeIn(tx: Transaction, reports: readonly HouseholdReport[], safetyChecked = true): Promise<TakenIn[]> {
    if (reports.length === 0) return [];
    const { actor, now } = tx;
    const today = localDateOf(now);
    const state = safetyChecked ? transitionHousehold(transitionHousehold('reported', 'start-safety-check', FACTS), 'place-on-waiting-list', FACTS) : 'reported';
    const families = reports.map((report) => ({ id: newId(), report }));
    const ids = families.map(({ id }) => id);
    const households = families.map(({ id, report }) => householdRow(id, report, today));
    await tx.query(HOUSEHOLDS, [JSON.stringify(households), actor.municipalityId, teamOf(tx), partsOf(today).year, state, safetyChecked ? now : null, safetyChecked ? actor.userId : null]);
    const members = families.flatMap(({ id, report }) => report.members.map((person) => this.memberRow(id, person, report.address.protected)));
    await tx.query(MEMBERS, [JSON.stringify(members), actor.municipalityId]);
    await this.tell(tx, ids, 'household.registered', safetyChecked ? TAKEN_IN : REPORTED);
    const numbers = await tx.query<{ id: string; case_number: string }>('SELECT id, case_number FROM household WHERE id = ANY ($1)', [ids]);
    const numberOf = new Map(numbers.map((row) => [row.id, row.case_number]));
    return ids.map((id) => ({ id, caseNumber: numberOf.get(id) ?? '' }));
  }

  /** People whom a new report adds to families we know already, wherever their dossier is. */
  async addPeople(tx: Transaction, people: readonly { householdId: string; member: ReportedPerson & { protectedAddress: boolean } }[]): Promise<void> {
    if (people.length === 0) return;
    const today = localDateOf(tx.now);
    const rows = people.map(({ householdId, member }) => ({
      ...this.memberRow(householdId, member, member.protectedAddress), child: isChild(member, today),
    }));
    await tx.query('SELECT access.add_reported_members($1)', [JSON.stringify(rows)]);
    const ids = [...new Set(people.map(({ householdId }) => householdId))];
    await this.audit(tx, ids, 'household.members-added');
  }

  private memberRow(householdId: string, person: ReportedPerson, protectedAddress: boolean) {
    const bsn = person.bsn ? this.vault.seal(person.bsn) : undefined;
    return {
      id: newId(), household_id: householdId, role: person.role, first_name: person.firstName, infix: person.infix || null,
      last_name: person.lastName, normalised_name: normalisedNameOf(person), birth_date: person.birthDate,
      phone: person.phone || null, email: person.email || null, protected_address: protectedAddress,
      bsn_sealed: bsn?.sealed.toString('hex') ?? null, bsn_index: bsn?.index.toString('hex') ?? null,
    };
  }

  private async tell(tx: Transaction, ids: string[], kind: string, text: string): Promise<void> {
    const { actor, now } = tx;
    const events = ids.map((household_id) => ({ id: newId(), household_id }));
    await tx.query(EVENTS, [JSON.stringify(events), actor.municipalityId, now, kind, text, actor.userId]);
    await this.audit(tx, ids, kind);
  }

  private async audit(tx: Transaction, ids: string[], kind: string): Promise<void> {
    const { actor } = tx;
    await tx.query(AUDIT, [ids, actor.municipalityId, actor.userId, actor.organisationId, kind, actor.requestId ?? null]);
  }
}

function householdRow(id: string, report: HouseholdReport, today: ReturnType<typeof localDateOf>) {
  const { address, members } = report;
  const main = members.find(({ role }) => role === 'main');
  if (!main) throw new Error('a report without a main person passed its checks');
  return {
    id, external_ref: report.externalRef || null, name: householdName(main), urgency: report.urgency,
    urgency_reason: report.urgencyReason || null, reported_on: report.reportedOn, source: report.source,
    life_domains: report.lifeDomains, note: report.note || null,
    postcode: address.postcode, house_number: String(address.houseNumber), suffix: address.suffix || null, city: address.city,
    neighbourhood: address.neighbourhood || null, protected: address.protected,
    member_count: members.length, child_count: members.filter((member) => isChild(member, today)).length,
  };
}

function teamOf({ actor }: Transaction): string {
  const [team] = actor.teamIds;
  if (!team) throw new DomainError('household.no-team', 'Je hoort nog bij geen team. Vraag je beheerder om een team.', { kind: 'forbidden' });
  return team;
}
