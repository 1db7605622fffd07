import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, refuseInvalid } from '#kernel';
import { Audit, UnitOfWork } from '#platform';
import { type ActivityContent, activityProblems, mayKeepRegister } from '../domain/processing-log/index.js';
import { activityNotFound } from './processing-activities.queries.js';

const stale = (): DomainError =>
  new DomainError('processing-activity.stale', 'Iemand anders heeft deze verwerking net gewijzigd. Lees haar opnieuw en probeer het dan nog eens.', { kind: 'stale' });

const HOLD = `SELECT version, name, purpose, legal_basis AS "legalBasis", people, data, recipients, transfers, retention, security, controller, processor
  FROM processing_activity WHERE id = $1 FOR UPDATE`;
const SAVE = `UPDATE processing_activity SET name = $2, purpose = $3, legal_basis = $4, people = $5, data = $6, recipients = $7, transfers = $8,
  retention = $9, security = $10, controller = $11, processor = $12, changed_at = $13, version = version + 1 WHERE id = $1`;

@Injectable()
export class ProcessingActivitiesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Changes a line of the register. What is left out stays as it was. */
  change(actor: Actor, id: string, changes: Partial<ActivityContent>, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [held] = await tx.query<ActivityContent & { version: number }>(HOLD, [id]);
      if (!held) throw activityNotFound();
      assertAllowed(mayKeepRegister(actor), 'processing-activity.change');
      if (held.version !== version) throw stale();
      const said = Object.entries(changes).filter(([, value]) => value !== undefined);
      const next = { ...held, ...Object.fromEntries(said) };
      refuseInvalid('processing-activity.invalid', activityProblems(next));
      await tx.query(SAVE, [id, next.name, next.purpose, next.legalBasis, next.people, next.data, next.recipients, next.transfers, next.retention,
        next.security, next.controller, next.processor?.trim() ? next.processor : null, tx.now]);
      await this.audit.record(tx, { action: 'processing-activity.changed', subjectKind: 'processing-activity', subjectId: id, details: { version: version + 1 } });
    });
  }
}
