import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type FieldProblem, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { ageInRole, householdName, HouseholdStory, isChild, type MemberRole, normalisedNameOf, readEmail, readPhone } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import {
  categoriesOf, changesOf, CORRECTABLE, type Correction, correctionProblems, type FieldChange, mayCorrectMember, type PersonData,
} from '../domain/rights/index.js';
import { getRightsSubject, memberNotFound } from './rights-subject.js';

export interface CorrectMember {
  readonly fields: Correction;
  readonly reason: string;
  readonly rightsRequestId?: string;
}

interface HeldMember {
  readonly id: string;
  readonly role: MemberRole;
  readonly version: number;
  readonly householdName: string;
  readonly registeredOn: LocalDate;
  readonly hasLeft: boolean;
  /** Who else belongs to the family today, as far as the actor sees them. */
  readonly others: readonly { readonly role: MemberRole; readonly birthDate: LocalDate }[];
  readonly data: PersonData;
}

const HOUSEHOLD = 'SELECT id FROM household WHERE id = $1 FOR UPDATE';
const HOLD = `SELECT m.id, m.role, m.version, m.left_on IS NOT NULL AS "hasLeft",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', o.role, 'birthDate', o.birth_date)) FROM household_member o
      WHERE o.household_id = m.household_id AND o.id <> m.id AND o.left_on IS NULL), '[]') AS others, h.name AS "householdName",
    (h.created_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "registeredOn", jsonb_build_object('firstName', m.first_name, 'infix', m.infix,
    'lastName', m.last_name, 'birthDate', m.birth_date, 'phone', m.phone, 'email', m.email, 'postcode', h.postcode, 'houseNumber', h.house_number,
    'suffix', h.house_number_suffix, 'city', h.city) AS data
  FROM household_member m JOIN household h ON h.id = m.household_id WHERE m.id = $1 AND m.household_id = $2 FOR UPDATE OF m`;
const GRANTED = `SELECT state IN ('granted', 'partly-granted') AS granted FROM rights_request WHERE id = $1 AND member_id = $2 AND kind = 'rectification'`;
const HISTORY = `INSERT INTO member_history (id, household_id, municipality_id, member_id, field, old_value, new_value, reason, rights_request_id, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const stale = (): DomainError =>
  new DomainError('member.stale', 'Iemand anders heeft deze gegevens net gewijzigd. Lees ze opnieuw.', { kind: 'stale' });
const invalid = (name: string, message: string): DomainError => new DomainError('member.invalid', message, { kind: 'invalid', fields: [{ name, message }] });

/** AVG 16: what is wrong is put right, what it was stays readable, and who received it hears of it. */
@Injectable()
export class MemberCorrectionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `invalid` with every field that is wrong, `stale` for an old version, `conflict` when nothing would change. */
  correct(actor: Actor, householdId: string, memberId: string, input: CorrectMember, version: number): Promise<{ id: string; version: number }> {
    return this.work.run(actor, async (tx) => {
      const subject = await getRightsSubject(tx, memberId);
      if (subject.householdId !== householdId) throw memberNotFound();
      const granted = input.rightsRequestId !== undefined && (await this.isGranted(tx, input.rightsRequestId, memberId));
      assertAllowed(mayCorrectMember(actor, subject, granted), 'member.correct');
      const member = await this.hold(tx, householdId, memberId);
      if (member.version !== version) throw stale();
      const changes = this.changes(member, input.fields, localDateOf(tx.now));
      await this.save(tx, householdId, member, changes);
      for (const { field, from, to } of changes) {
        await tx.query(HISTORY, [newId(), householdId, actor.municipalityId, memberId, field, from, to, input.reason, input.rightsRequestId ?? null, actor.userId, tx.now]);
      }
      await this.story.tell(tx, householdId, 'member.corrected', 'Gegevens van een gezinslid zijn verbeterd.');
      const categories = categoriesOf(changes).join(' ');
      await this.audit.record(tx, { action: 'member.corrected', subjectKind: 'member', subjectId: memberId, householdId, details: { memberId, fields: changes.length, categories } });
      await this.outbox.add(tx, { kind: 'member.corrected', payload: { householdId, memberId, categories, memberVersion: String(version + 1) } });
      return { id: memberId, version: version + 1 };
    });
  }

  private async isGranted(tx: Transaction, requestId: string, memberId: string): Promise<boolean> {
    const [request] = await tx.query<{ granted: boolean }>(GRANTED, [requestId, memberId]);
    if (!request) throw invalid('rightsRequestId', 'Dit verzoek hoort niet bij dit gezinslid.');
    if (!request.granted) throw invalid('rightsRequestId', 'Dit verzoek is niet toegewezen. Verbeter zonder verzoek, of wacht op het besluit.');
    return true;
  }

  /** The family first: its name and count follow, and everybody locks in that order. */
  private async hold(tx: Transaction, householdId: string, memberId: string): Promise<HeldMember> {
    await tx.query(HOUSEHOLD, [householdId]);
    const [member] = await tx.query<HeldMember>(HOLD, [memberId, householdId]);
    if (!member) throw memberNotFound();
    return member;
  }

  private changes({ data, role, hasLeft, others }: HeldMember, wanted: Correction, today: LocalDate): FieldChange[] {
    const changes = changesOf(data, tidy(wanted));
    const born = hasLeft ? undefined : changes.find(({ field }) => field === 'birthDate')?.to;
    refuseInvalid('member.invalid', [
      ...formProblems(changes), ...correctionProblems(changes, today), ...(born ? ageInRole(role, born as LocalDate, others, today, 'birthDate') : []),
    ]);
    // The address is that of the family: who left it has another one.
    const elsewhere = hasLeft ? changes.find(({ field }) => CORRECTABLE[field].of === 'household') : undefined;
    if (elsewhere) throw invalid(elsewhere.field, 'Deze persoon hoort niet meer bij dit gezin. Het adres is van het gezin.');
    if (changes.length === 0) throw new DomainError('member.unchanged', 'Er is niets veranderd.', { kind: 'conflict' });
    return changes;
  }

  private async save(tx: Transaction, householdId: string, member: HeldMember, changes: readonly FieldChange[]): Promise<void> {
    const next = { ...member.data, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
    const nameOf = ({ firstName, infix, lastName }: PersonData): string => normalisedNameOf({ firstName: firstName ?? '', infix, lastName: lastName ?? '' });
    await tx.query(
      `UPDATE household_member SET first_name = $2, infix = $3, last_name = $4, normalised_name = $5, birth_date = $6, phone = $7, email = $8, version = version + 1 WHERE id = $1`,
      [member.id, next.firstName, next.infix, next.lastName, nameOf(next), next.birthDate, next.phone, next.email],
    );
    const familyName = (data: PersonData): string => householdName({ infix: data.infix, lastName: data.lastName ?? '' });
    // The family is called after the main person, unless somebody gave it another name.
    const renamed = member.role === 'main' && member.householdName === familyName(member.data) ? familyName(next) : member.householdName;
    const onHousehold = changes.some(({ field }) => CORRECTABLE[field].of === 'household' || field === 'birthDate') || renamed !== member.householdName;
    if (!onHousehold) return;
    // Counted as on the day the family came in: who turned 18 since then was counted as a child too.
    const asChild = (data: PersonData): number => (!member.hasLeft && isChild({ role: member.role, birthDate: data.birthDate as LocalDate }, member.registeredOn) ? 1 : 0);
    await tx.query(
      `UPDATE household SET name = $2, postcode = $3, house_number = $4, house_number_suffix = $5, city = $6, child_count = child_count + $7, version = version + 1 WHERE id = $1`,
      [householdId, renamed, next.postcode, next.houseNumber, next.suffix, next.city, asChild(next) - asChild(member.data)],
    );
  }
}

/** One way of writing, as everywhere: telephone numbers without spaces, postcodes in capitals. */
function tidy(wanted: Correction): Correction {
  const phone = wanted.phone ? readPhone(wanted.phone) : undefined;
  return {
    ...wanted,
    ...(phone?.ok && { phone: phone.value }),
    ...(wanted.postcode && { postcode: wanted.postcode.replace(/\s/g, '').toUpperCase() }),
  };
}

const formProblems = (changes: readonly FieldChange[]): readonly FieldProblem[] =>
  changes.flatMap(({ field, to }) => {
    if (to === null) return [];
    const reading = field === 'phone' ? readPhone(to) : field === 'email' ? readEmail(to) : undefined;
    return reading && !reading.ok ? [{ name: field, message: reading.fault }] : [];
  });
