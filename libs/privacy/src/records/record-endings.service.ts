import { Injectable } from '@nestjs/common';
import { localDateOf, type LocalDate } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction } from '#platform';
import { remindOn } from '../domain/index.js';
import type { LostBasis, StopWhatLeansOn } from '../legal-bases.service.js';
import type { RunsOut } from './record-alarms.js';

interface RunningRecord extends LostBasis {
  readonly state: string;
  readonly validUntil: LocalDate;
  readonly recordedAt: Date;
  readonly renewed: boolean;
  /** Nobody is reminded to renew what is on the name of somebody who died (decision 25). */
  readonly died: boolean;
}

/** What ended or is about to, for whoever must hear it. */
export interface RecordNews {
  readonly householdId: string;
  readonly recordId: string;
  readonly stopped: number;
}

const TABLES = {
  'legal-basis': { table: 'legal_basis', categories: 'data_categories', renewed: `EXISTS (SELECT FROM legal_basis n WHERE n.follows_id = r.id AND n.state = 'active')` },
  'secrecy-release': { table: 'secrecy_release', categories: 'categories', renewed: 'false' },
} as const;

const TEXTS = {
  'legal-basis': { because: 'de grondslag om gegevens te delen is verlopen', told: 'Een grondslag om gegevens te delen is verlopen.', asked: 'Een grondslag om gegevens te delen is ingetrokken, op verzoek van de inwoner.' },
  'secrecy-release': { because: 'het ja tegen het beroepsgeheim is verlopen', told: 'Een ja tegen het beroepsgeheim is verlopen.', asked: 'Een ja tegen het beroepsgeheim is ingetrokken, op verzoek van de inwoner.' },
} as const;

/** What time does to records, and what still has to follow after somebody ended one from outside. Every step reads the state anew and may run twice. */
@Injectable()
export class RecordEndingsService {
  constructor(
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The period is over: the record ends, and what leans on it stops as with a withdrawal. Null when there is nothing to end. */
  async expire(tx: Transaction, kind: RunsOut, id: string, stop: StopWhatLeansOn): Promise<RecordNews | null> {
    const record = await this.hold(tx, kind, id);
    if (!record || !isOpen(record) || record.validUntil > localDateOf(tx.now)) return null;
    await tx.query(`UPDATE ${TABLES[kind].table} SET state = 'expired', version = version + 1 WHERE id = $1`, [id]);
    const stopped = await stop(tx, { ...record, because: TEXTS[kind].because });
    await this.tell(tx, kind, record, 'expired', TEXTS[kind].told, stopped.length);
    return { householdId: record.householdId, recordId: id, stopped: stopped.length };
  }

  /** It ends soon, and nobody renewed or ended it: whose family it is. */
  async expiring(tx: Transaction, kind: RunsOut, id: string): Promise<RecordNews | null> {
    const record = await this.hold(tx, kind, id);
    if (!record || !isOpen(record) || record.renewed || record.died) return null;
    const [today, due] = [localDateOf(tx.now), remindOn(record.validUntil, localDateOf(record.recordedAt))];
    if (due === null || due > today || record.validUntil <= today) return null;
    return { householdId: record.householdId, recordId: id, stopped: 0 };
  }

  /** The privacy officer ended it without seeing the family: stop what leans on it and tell the family's story. */
  async stopAfterRequest(tx: Transaction, kind: RunsOut, id: string, stop: StopWhatLeansOn): Promise<RecordNews | null> {
    const record = await this.hold(tx, kind, id);
    if (!record || record.state !== 'withdrawn') return null;
    const stopped = await stop(tx, kind === 'legal-basis' ? record : { ...record, because: 'het ja tegen het beroepsgeheim is ingetrokken' });
    await this.story.tell(tx, record.householdId, `${kind}.withdrawn`, TEXTS[kind].asked);
    return { householdId: record.householdId, recordId: id, stopped: stopped.length };
  }

  private async tell(tx: Transaction, kind: RunsOut, { id, householdId, memberId }: RunningRecord, did: 'expired', text: string, stopped: number): Promise<void> {
    await this.story.tell(tx, householdId, `${kind}.${did}`, text);
    const details = { memberId, stoppedReferrals: stopped };
    if (kind === 'legal-basis') await this.audit.record(tx, { action: 'legal-basis.expired', subjectKind: kind, subjectId: id, householdId, details });
    else await this.audit.record(tx, { action: 'secrecy-release.expired', subjectKind: kind, subjectId: id, householdId, details });
  }

  /** The family first, as everybody who writes about it does; then the record. */
  private async hold(tx: Transaction, kind: RunsOut, id: string): Promise<RunningRecord | undefined> {
    const { table, categories, renewed } = TABLES[kind];
    await tx.query(`SELECT FROM household h WHERE h.id = (SELECT r.household_id FROM ${table} r WHERE r.id = $1) FOR NO KEY UPDATE`, [id]);
    const [record] = await tx.query<RunningRecord>(
      `SELECT r.id, r.household_id AS "householdId", r.member_id AS "memberId", r.to_organisation_id AS "toOrganisationId", r.${categories} AS "dataCategories",
         r.state, r.valid_until AS "validUntil", r.recorded_at AS "recordedAt", ${renewed} AS renewed,
         EXISTS (SELECT FROM household_member m WHERE m.id = r.member_id AND m.left_reason = 'deceased') AS died
       FROM ${table} r WHERE r.id = $1 FOR UPDATE OF r`,
      [id],
    );
    return record;
  }
}

const isOpen = ({ state }: RunningRecord): boolean => state === 'active' || state === 'proposed';
