import { type LocalDate, localDateOf, newId } from '#kernel';
import type { HouseholdState } from '#households';
import type { Transaction } from '#platform';
import { type RetentionEnd, retentionEnd, type RetentionFacts, retentionSettings, type RetentionSettings } from '../domain/index.js';
import { termsHere } from './retention-rules.service.js';

interface RecordRow extends RetentionFacts {
  readonly householdId: string;
  readonly caseNumber: string;
  readonly endState: HouseholdState;
  readonly endedOn: LocalDate;
  readonly hasChildren: boolean;
}

export interface RecordToDestroy extends RecordRow {
  readonly end: RetentionEnd;
}

const RECORDS = `SELECT household_id AS "householdId", case_number AS "caseNumber", end_state AS "endState", ended_on AS "endedOn", has_children AS "hasChildren",
    marks, help_began AS "helpBegan", referred_to_credit_bank AS "referredToCreditBank", articles, money_refused AS "moneyRefused", last_payment_on AS "lastPaymentOn",
    last_answer_on AS "lastAnswerOn"
  FROM access.records_to_destroy($1)`;

/** Records whose term is over. The database reckons too: only what both agree on comes on a list. */
export async function findRecordsToDestroy(tx: Transaction, atMost: number): Promise<RecordToDestroy[]> {
  const [terms, today] = [await termsHere(tx), localDateOf(tx.now)];
  const rows = await tx.query<RecordRow>(RECORDS, [atMost]);
  return rows.flatMap((row) => {
    const end = retentionEnd(row, terms);
    return end && end.mayGoOn <= today ? [{ ...row, end }] : [];
  });
}

export async function settingsHere(tx: Transaction): Promise<RetentionSettings> {
  const [row] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
  return retentionSettings(row?.settings);
}

export async function addItems(tx: Transaction, listId: string, records: readonly RecordToDestroy[]): Promise<void> {
  const rows = records.map(({ householdId, caseNumber, endState, endedOn, hasChildren, end }) => ({
    id: newId(), list_id: listId, municipality_id: tx.actor.municipalityId, household_id: householdId, case_number: caseNumber, end_state: endState,
    ended_on: endedOn, kinds: end.kinds, rule: end.rule, may_go_on: end.mayGoOn, has_children: hasChildren,
  }));
  const columns = 'id, list_id, municipality_id, household_id, case_number, end_state, ended_on, kinds, rule, may_go_on, has_children';
  await tx.query(`INSERT INTO destruction_item (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::destruction_item, $1)`, [JSON.stringify(rows)]);
}
