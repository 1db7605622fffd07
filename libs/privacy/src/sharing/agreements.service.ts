import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId } from '#kernel';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import {
  type AgreementState, agreementEndsAt, agreementWarnsAt, checkAgreement, type DataCategory, mayKeepAgreements, transitionAgreement,
} from '../domain/index.js';

export interface AgreementInput {
  readonly title: string;
  readonly reference?: string;
  readonly signedOn?: LocalDate;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly categories: readonly DataCategory[];
  readonly documentReference?: string;
}

interface HeldAgreement {
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly state: AgreementState;
  readonly version: number;
}

const HOLD = `SELECT municipality_id AS "municipalityId", organisation_id AS "organisationId", state, version
  FROM data_sharing_agreement WHERE id = $1 FOR UPDATE`;
const ADD = `INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, reference, signed_on, valid_from, valid_until,
    categories, document_reference, state, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'proposed', $11, $12)`;
const CONFIRM = `UPDATE data_sharing_agreement SET title = $2, reference = $3, signed_on = $4, valid_from = $5, valid_until = $6, categories = $7,
    document_reference = $8, state = $9, confirmed_by = $10, confirmed_at = $11, version = version + 1 WHERE id = $1`;
const END = 'UPDATE data_sharing_agreement SET state = $2, ended_at = $3, end_reason = $4, version = version + 1 WHERE id = $1';
const TOUCHED = 'SELECT count(*)::int AS n FROM access.leaning_on_agreement($1, $2)';
const WORKS_HERE = 'SELECT FROM organisation_municipality WHERE municipality_id = $1 AND organisation_id = $2';

const notFound = (): DomainError =>
  new DomainError('data-sharing-agreement.not-found', 'Deze privacyovereenkomst bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError =>
  new DomainError('data-sharing-agreement.stale', 'Deze privacyovereenkomst is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

function unknownOrganisation(): DomainError {
  const message = 'Deze organisatie werkt niet in jouw gemeente.';
  return new DomainError('data-sharing-agreement.organisation', message, { kind: 'invalid', fields: [{ name: 'organisationId', message }] });
}

/** What organisations agreed before they share. Without one in force a partner sees nothing of anybody. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A new agreement opens nothing until it is confirmed. */
  record(actor: Actor, input: AgreementInput & { organisationId: string }): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const { municipalityId, userId } = actor;
      assertAllowed(mayKeepAgreements(actor, { municipalityId }), 'data-sharing-agreement.record');
      checkAgreement(input, localDateOf(tx.now));
      const [worksHere] = await tx.query(WORKS_HERE, [municipalityId, input.organisationId]);
      if (!worksHere) throw unknownOrganisation();
      const id = newId();
      await tx.query(ADD, [id, municipalityId, input.organisationId, ...columnsOf(input), userId, tx.now]);
      await this.note(tx, id, 'recorded', { organisationId: input.organisationId });
      return { id };
    });
  }

  /** The officer read the signed paper: from now on the gate goes by it. Throws `stale`, `conflict` or `refused`. */
  confirm(actor: Actor, id: string, input: AgreementInput, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const held = await this.hold(tx, id);
      if (held.version !== version) throw stale();
      const today = localDateOf(tx.now);
      checkAgreement(input, today);
      const state = transitionAgreement(held.state, 'confirm', { signed: Boolean(input.signedOn), periodOver: input.validUntil <= today, reasonGiven: false });
      const [title, reference, signedOn, validFrom, validUntil, categories, document] = columnsOf(input);
      await tx.query(CONFIRM, [id, title, reference, signedOn, validFrom, validUntil, categories, document, state, actor.userId, tx.now]);
      await this.note(tx, id, 'confirmed', { organisationId: held.organisationId, from: held.state });
      await this.setAlarms(tx, id, input.validUntil);
    });
  }

  /** Ends what the partner sees at once, whatever version was read; answers how many running referrals stop with it. */
  end(actor: Actor, id: string, reason: string): Promise<{ stoppedReferrals: number }> {
    return this.work.run(actor, async (tx) => {
      const held = await this.hold(tx, id);
      const state = transitionAgreement(held.state, 'end', { signed: true, periodOver: false, reasonGiven: reason.trim() !== '' });
      const [touched] = await tx.query<{ n: number }>(TOUCHED, [id, localDateOf(tx.now)]);
      await tx.query(END, [id, state, tx.now, reason]);
      const stoppedReferrals = touched?.n ?? 0;
      await this.note(tx, id, 'ended', { organisationId: held.organisationId, stoppedReferrals });
      await this.outbox.add(tx, { kind: 'data-sharing-agreement.ended', payload: { agreementId: id } });
      return { stoppedReferrals };
    });
  }

  private async hold(tx: Transaction, id: string): Promise<HeldAgreement> {
    const [held] = await tx.query<HeldAgreement>(HOLD, [id]);
    if (!held) throw notFound();
    assertAllowed(mayKeepAgreements(tx.actor, held), 'data-sharing-agreement.keep');
    return held;
  }

  private async setAlarms(tx: Transaction, agreementId: string, validUntil: LocalDate): Promise<void> {
    const payload = { agreementId, validUntil };
    await this.outbox.add(tx, { kind: 'data-sharing-agreement.ending', payload, runAt: agreementWarnsAt(validUntil), dedupeKey: `agreement-ending:${agreementId}:${validUntil}` });
    await this.outbox.add(tx, { kind: 'data-sharing-agreement.ended', payload, runAt: agreementEndsAt(validUntil), dedupeKey: `agreement-ended:${agreementId}:${validUntil}` });
  }

  private note(tx: Transaction, id: string, what: 'recorded' | 'confirmed' | 'ended', details: Record<string, string | number>): Promise<void> {
    return this.audit.record(tx, { action: `data-sharing-agreement.${what}`, subjectKind: 'data-sharing-agreement', subjectId: id, details });
  }
}

const columnsOf = ({ title, reference, signedOn, validFrom, validUntil, categories, documentReference }: AgreementInput) =>
  [title, reference ?? null, signedOn ?? null, validFrom, validUntil, [...new Set(categories)], documentReference ?? null] as const;
