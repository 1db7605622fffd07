import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, localDateOf, newId } from '#kernel';
import { Audit, BsnVault, Clock, type Transaction, UnitOfWork, writeCsv } from '#platform';
import { teamOf } from './team-of.js';
import { firstTalkBy, mayImportSignals, type NewSignal, planSignalImport, readSignalFile, type SignalFile, type SignalImportPlan, type SignalRefusal } from '../domain/index.js';

export interface SignalUpload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface SignalPreview extends Pick<SignalImportPlan, 'rowCount' | 'takenRows' | 'refusedRows' | 'known'> {
  readonly newSignals: number;
  readonly refusals: SignalRefusal[];
}

const IMPORT = `INSERT INTO early_signal_import (id, municipality_id, imported_by, imported_at, file_name, row_count, taken_rows, refused_rows,
    new_signals, new_cases, already_known, refusals, refused_csv_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const OPEN_CASES = `SELECT c.id, c.address_key || '|' || c.person_key AS who FROM early_signal_case c
  JOIN jsonb_to_recordset($2) AS s(address_key text, person_key text) USING (address_key, person_key) WHERE c.team_id = $1 AND c.closed_at IS NULL`;

const NEW_CASES = `INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, house_number_suffix, city,
    threatening, received_on, first_talk_by, state)
  SELECT s.case_id, $2, $3, s.name, s.person_key, s.postcode, s.house_number, s.suffix, s.city, s.threatening, $4, s.first_talk_by, 'new'
  FROM jsonb_to_recordset($1) AS s(case_id uuid, name text, person_key text, postcode text, house_number text, suffix text, city text, threatening boolean, first_talk_by date)`;

// A new signal about somebody we are following up already: it can only make it more pressing.
const PRESS_ON = `UPDATE early_signal_case c SET threatening = c.threatening OR s.threatening, first_talk_by = least(c.first_talk_by, s.first_talk_by),
    received_on = $2, version = c.version + 1
  FROM (SELECT case_id, bool_or(threatening) AS threatening, min(first_talk_by) AS first_talk_by
    FROM jsonb_to_recordset($1) AS n(case_id uuid, threatening boolean, first_talk_by date) GROUP BY 1) s WHERE c.id = s.case_id`;

const SIGNALS = `INSERT INTO early_signal (id, case_id, municipality_id, team_id, creditor_kind, creditor, amount_cents, months, signalled_on, signal_key)
  SELECT s.id, s.case_id, $2, $3, s.creditor_kind, s.creditor, s.amount_cents, s.months, s.signalled_on, s.signal_key
  FROM jsonb_to_recordset($1) AS s(id uuid, case_id uuid, creditor_kind text, creditor text, amount_cents int, months int, signalled_on date, signal_key text)`;

/** A file of creditors becomes signals that the team follows up, one case per person and address. */
@Injectable()
export class SignalImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly vault: BsnVault,
    private readonly clock: Clock,
  ) {}

  /** What an import of this file would do; nothing is written but that it was asked, because it tells which lines came before. Throws `invalid` for a file that can't be read. */
  preview(actor: Actor, bytes: Uint8Array): Promise<SignalPreview> {
    assertAllowed(mayImportSignals(actor), 'early-signal.import');
    return this.work.run(actor, async (tx) => {
      const { newSignals, ...plan } = await this.plan(tx, bytes);
      const { rowCount, known } = plan;
      await this.audit.record(tx, { action: 'early-signal-import.previewed', subjectKind: 'municipality', subjectId: actor.municipalityId, details: { rowCount, known } });
      return { rowCount: plan.rowCount, takenRows: plan.takenRows, refusedRows: plan.refusedRows, known: plan.known, refusals: [...plan.refusals], newSignals: newSignals.length };
    });
  }

  /** Takes in what can be taken in, in one transaction, and keeps what was refused. */
  importFile(actor: Actor, { fileName, bytes }: SignalUpload): Promise<{ id: string }> {
    assertAllowed(mayImportSignals(actor), 'early-signal.import');
    return this.work.run(actor, async (tx) => {
      // One file at a time, so that two colleagues with the same file bring each signal in once.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('naast-signals'), hashtext($1))`, [actor.municipalityId]);
      const plan = await this.plan(tx, bytes);
      return this.keep(tx, fileName, plan, await this.takeIn(tx, plan.newSignals));
    });
  }

  private async plan(tx: Transaction, bytes: Uint8Array): Promise<SignalImportPlan> {
    const [municipality] = await tx.query<{ places: string[] | null }>(`SELECT settings->'places' AS places FROM municipality WHERE id = $1`, [tx.actor.municipalityId]);
    const file: SignalFile = readSignalFile(bytes, { today: this.clock.today(), places: municipality?.places ?? undefined });
    const known = await tx.query<{ key: string }>('SELECT k AS key FROM access.known_signals($1) AS k', [file.signals.map(({ signalKey }) => signalKey)]);
    return planSignalImport(file, new Set(known.map(({ key }) => key)));
  }

  /** Answers how many people are new. */
  private async takeIn(tx: Transaction, signals: readonly NewSignal[]): Promise<number> {
    const { actor } = tx;
    const team = teamOf(actor);
    const today = localDateOf(tx.now);
    const open = await tx.query<{ id: string; who: string }>(OPEN_CASES, [team, JSON.stringify(signals.map(({ addressKey, personKey }) => ({ address_key: addressKey, person_key: personKey })))]);
    const cases = new Map(open.map(({ id, who }) => [who, id]));
    const followed = new Set(cases.values());
    const rows = signals.map((signal) => {
      const who = whoOf(signal);
      const caseId = cases.get(who) ?? newId();
      cases.set(who, caseId);
      return rowOf(signal, caseId, firstTalkBy(today, signal.threatening));
    });
    const fresh = [...cases].filter(([, id]) => !followed.has(id)).map(([, id]) => mostPressing(rows.filter((row) => row.case_id === id)));
    await tx.query(NEW_CASES, [JSON.stringify(fresh), actor.municipalityId, team, today]);
    await tx.query(PRESS_ON, [JSON.stringify(rows.filter((row) => followed.has(row.case_id))), today]);
    await tx.query(SIGNALS, [JSON.stringify(rows), actor.municipalityId, team]);
    return fresh.length;
  }

  private async keep(tx: Transaction, fileName: string, plan: SignalImportPlan, newCases: number): Promise<{ id: string }> {
    const id = newId();
    const { rowCount, takenRows, refusedRows, known, refusals, refused } = plan;
    const newSignals = plan.newSignals.length;
    const csv = this.vault.seal(writeCsv(refused.columns, refused.rows)).sealed;
    await tx.query(IMPORT, [id, tx.actor.municipalityId, tx.actor.userId, tx.now, fileName, rowCount, takenRows, refusedRows, newSignals, newCases, known, JSON.stringify(refusals), csv]);
    await this.audit.record(tx, { action: 'early-signal-import.made', subjectKind: 'early-signal-import', subjectId: id, details: { rowCount, takenRows, refusedRows, newSignals, newCases } });
    return { id };
  }
}

const whoOf = ({ addressKey, personKey }: NewSignal): string => `${addressKey}|${personKey}`;

const rowOf = (signal: NewSignal, caseId: string, talkBy: string) => ({
  id: newId(), case_id: caseId, name: signal.name, person_key: signal.personKey, postcode: signal.postcode, house_number: signal.houseNumber, suffix: signal.suffix, city: signal.city,
  threatening: signal.threatening, first_talk_by: talkBy, creditor_kind: signal.creditorKind, creditor: signal.creditor, amount_cents: signal.amountCents, months: signal.months,
  signalled_on: signal.signalledOn, signal_key: signal.signalKey,
});

/** Two signals about a new person in one file: the most pressing one says by when somebody must have talked. */
const mostPressing = (rows: readonly ReturnType<typeof rowOf>[]) => rows.toSorted((a, b) => Number(b.threatening) - Number(a.threatening))[0];
