import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory, householdNotFound, isEnded, mayChangeHousehold } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { afterAttempt, type AftercareGoing, aftercareDays, type AftercareState, heldProblems } from '../domain/index.js';
import { CaseMoves, type HeldCase } from './case-moves.service.js';

export interface AttemptInput {
  readonly reached: boolean;
  readonly heldOn?: LocalDate;
  readonly going?: AftercareGoing;
  readonly words?: string;
}

export interface AttemptResult {
  readonly state: AftercareState;
  readonly attempts: number;
  readonly nextAttemptOn: LocalDate | null;
  readonly version: number;
}

interface HeldContact {
  readonly id: string;
  readonly months: number;
  readonly state: AftercareState;
  readonly attempts: number;
  readonly startedOn: LocalDate | null;
  readonly version: number;
}

const notFound = (): DomainError => new DomainError('aftercare.not-found', 'Dit gesprek bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('aftercare.stale', 'Dit gesprek is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });
const over = (): DomainError => new DomainError('aftercare.over', 'Van dit gesprek staat al vast hoe het ging.', { kind: 'conflict' });

const PLAN = `INSERT INTO aftercare_contact (id, household_id, municipality_id, period, months, planned_on, next_attempt_on, state)
  VALUES ($1, $2, $3, access.case_period($2), $4, $5, $5, 'planned')`;
const HOLD = `SELECT c.id, c.months, c.state, c.attempts, c.version,
    (SELECT (max(m.at) AT TIME ZONE 'Europe/Amsterdam')::date FROM case_change m WHERE m.household_id = c.household_id AND m.to_state = 'aftercare') AS "startedOn"
  FROM aftercare_contact c WHERE c.id = $1 AND c.household_id = $2 FOR UPDATE OF c`;
const RECORD = `UPDATE aftercare_contact SET state = $2, attempts = $3, next_attempt_on = coalesce($4, next_attempt_on), held_on = $5, going = $6, words = $7,
  recorded_by = $8, version = version + 1 WHERE id = $1`;

/** Who was helped is called again: after 3, 6 and 12 months, or what the municipality chose. */
@Injectable()
export class AftercareService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: CaseMoves,
    private readonly reminders: RemindersService,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The contacts of a new aftercare; part of the move that starts it. */
  async plan(tx: Transaction, { id, municipalityId, regisseurId }: HeldCase): Promise<void> {
    const { aftercare } = await this.moves.settings(tx);
    for (const { months, on } of aftercareDays(localDateOf(tx.now), aftercare)) {
      const contactId = newId();
      await tx.query(PLAN, [contactId, id, municipalityId, months, on]);
      await this.remind(tx, { householdId: id, regisseurId, contactId, months, on });
    }
  }

  /** It was held, or nobody was reached: then there is a next day to try, until it counts as not reached. */
  recordAttempt(actor: Actor, householdId: string, contactId: string, input: AttemptInput, version: number): Promise<AttemptResult> {
    return this.work.run(actor, async (tx) => {
      const held = await this.moves.hold(tx, householdId);
      if (!held.relation.actorIsRegisseur && !held.relation.actorIsInvolved) throw householdNotFound();
      assertAllowed(mayChangeHousehold(actor, 'start-aftercare', held.relation), 'aftercare.record');
      const contact = await this.holdContact(tx, householdId, contactId);
      if (contact.version !== version) throw stale();
      if (contact.state !== 'planned' || isEnded(held.state)) throw over();
      const today = localDateOf(tx.now);
      refuseInvalid('aftercare.invalid', problemsOf(input, contact.startedOn, today));
      return this.write(tx, held, contact, input, today);
    });
  }

  private async write(tx: Transaction, held: HeldCase, contact: HeldContact, input: AttemptInput, today: LocalDate): Promise<AttemptResult> {
    const { aftercare } = await this.moves.settings(tx);
    const next = afterAttempt(contact.attempts, input.reached, today, aftercare);
    const { heldOn = null, going = null, words = null } = input.reached ? input : {};
    await tx.query(RECORD, [contact.id, next.state, next.attempts, next.nextAttemptOn, heldOn, going, words, tx.actor.userId]);
    await this.reminders.dropAbout(tx, contact.id, 'aftercare-due');
    if (next.nextAttemptOn) await this.remind(tx, { householdId: held.id, regisseurId: held.regisseurId, contactId: contact.id, months: contact.months, on: next.nextAttemptOn });
    await this.story.tell(tx, held.id, `aftercare.${next.state}`, TOLD[next.state]);
    await this.audit.record(tx, {
      action: 'aftercare.recorded', subjectKind: 'aftercare-contact', subjectId: contact.id, householdId: held.id,
      details: { months: contact.months, state: next.state, attempts: next.attempts },
    });
    return { ...next, version: contact.version + 1 };
  }

  private async remind(tx: Transaction, { householdId, regisseurId, contactId, months, on }: { householdId: string; regisseurId: string | null; contactId: string; months: number; on: LocalDate }): Promise<void> {
    if (!regisseurId) return;
    await this.reminders.remindLater(tx, {
      householdId, userId: regisseurId, kind: 'aftercare-due', subjectId: contactId, title: `Nazorg: vraag hoe het gaat na ${months} ${months === 1 ? 'maand' : 'maanden'}.`, dueAt: remindAt(on),
    });
  }

  private async holdContact(tx: Transaction, householdId: string, contactId: string): Promise<HeldContact> {
    const [contact] = await tx.query<HeldContact>(HOLD, [contactId, householdId]);
    if (!contact) throw notFound();
    return contact;
  }
}

const TOLD: Readonly<Record<AftercareState, string>> = {
  held: 'Er was een gesprek in de nazorg.',
  planned: 'Voor de nazorg is nog niemand bereikt. We proberen het opnieuw.',
  'not-reached': 'Voor de nazorg is niemand bereikt. Dit gesprek gaat niet door.',
  lapsed: 'Een gesprek van de nazorg is vervallen.',
};

function problemsOf({ reached, heldOn, going, words }: AttemptInput, startedOn: LocalDate | null, today: LocalDate) {
  if (!reached) return [];
  const missing = (name: string, message: string) => [{ name, message }];
  return [
    ...(heldOn ? heldProblems(heldOn, startedOn, today) : missing('heldOn', 'Vul de dag van het gesprek in.')),
    ...(going ? [] : missing('going', 'Kies hoe het gaat.')),
    ...(words?.trim() ? [] : missing('words', 'Vertel hoe het gaat, in de woorden van het gezin.')),
  ];
}
