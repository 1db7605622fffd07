import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { UnitOfWork, writeCsv } from '#platform';
import { type ActivityContent, type ActivityCode, mayKeepRegister } from '../domain/processing-log/index.js';

export interface ActivityView extends ActivityContent {
  readonly id: string;
  readonly code: ActivityCode;
  readonly changedAt: Date;
  readonly version: number;
  readonly allowedActions: string[];
}

export const activityNotFound = (): DomainError =>
  new DomainError('processing-activity.not-found', 'Deze verwerking staat niet in het register, of je mag haar niet zien.', { kind: 'not-found' });

const COLUMNS = `id, code, name, purpose, legal_basis AS "legalBasis", people, data, recipients, transfers, retention, security, controller,
  processor, changed_at AS "changedAt", version`;
const LIST = { name: 'processing-activities', text: `SELECT ${COLUMNS} FROM processing_activity ORDER BY name, id` };
const ONE = { name: 'processing-activity', text: `SELECT ${COLUMNS} FROM processing_activity WHERE id = $1` };

const HEADINGS = [
  'Verwerking', 'Doel', 'Grondslag', 'Van wie', 'Welke gegevens', 'Wie krijgt ze', 'Buiten Europa', 'Bewaartermijn', 'Beveiliging', 'Verantwoordelijk', 'Verwerker',
];

/** The register of processing (AVG 30): what the municipality does with data of people, in general. No person stands in it. */
@Injectable()
export class ProcessingActivitiesQueries {
  constructor(private readonly work: UnitOfWork) {}

  async list(actor: Actor): Promise<ActivityView[]> {
    const rows = await this.work.read<Omit<ActivityView, 'allowedActions'>>(actor, LIST, []);
    return rows.map((row) => toView(actor, row));
  }

  /** Throws `not-found`. */
  async get(actor: Actor, id: string): Promise<ActivityView> {
    const [row] = await this.work.read<Omit<ActivityView, 'allowedActions'>>(actor, ONE, [id]);
    if (!row) throw activityNotFound();
    return toView(actor, row);
  }

  /** As the Autoriteit Persoonsgegevens can ask for it (AVG 30(4)). */
  async csv(actor: Actor): Promise<string> {
    const rows = await this.list(actor);
    return writeCsv(HEADINGS, rows.map((one) => [
      one.name, one.purpose, one.legalBasis, join(one.people), join(one.data), join(one.recipients), one.transfers, one.retention, join(one.security),
      one.controller, one.processor ?? 'geen',
    ]));
  }
}

const join = (items: readonly string[]): string => items.join(', ');

const toView = (actor: Actor, row: Omit<ActivityView, 'allowedActions'>): ActivityView => ({ ...row, allowedActions: mayKeepRegister(actor).allowed ? ['change'] : [] });
