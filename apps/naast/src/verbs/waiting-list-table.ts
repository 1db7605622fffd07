import { localDateOf, type LocalDate } from '#kernel';
import { LIFE_DOMAINS, type LifeDomain, type Urgency, URGENCY_NAMES, waitingDays } from '#households';
import type { Transaction } from '#platform';

export const WAITING_LIST_COLUMNS = ['Zaaknummer', 'Gezin', 'Team', 'Urgentie', 'Reden', 'Aangemeld op', 'Wacht (dagen)', 'Laatst gebeld op', 'Bron', 'Leefgebieden', 'Wijk', 'Mensen', 'Kinderen'];

const WAITING = `
  SELECT h.case_number, h.name, t.name AS team, h.urgency, h.urgency_reason, h.reported_on, h.waiting_since, h.last_called_on, h.source, h.life_domains,
    CASE WHEN NOT h.protected_address THEN h.neighbourhood END AS neighbourhood, h.member_count, h.child_count
  FROM household h JOIN team t ON t.id = h.team_id
  WHERE h.state = 'waiting-list' ORDER BY h.urgency_rank, h.waiting_since, h.id`;

interface Row {
  readonly case_number: string;
  readonly name: string;
  readonly team: string;
  readonly urgency: Urgency;
  readonly urgency_reason: string | null;
  readonly reported_on: LocalDate;
  readonly waiting_since: LocalDate;
  readonly last_called_on: LocalDate | null;
  readonly source: string;
  readonly life_domains: LifeDomain[];
  readonly neighbourhood: string | null;
  readonly member_count: number;
  readonly child_count: number;
}

/** Who waits in the municipality of this transaction, in the order of the list: names, and no BSN. */
export async function readWaitingList(tx: Transaction): Promise<string[][]> {
  const rows = await tx.query<Row>(WAITING);
  const today = localDateOf(tx.now);
  return rows.map((row) => [
    row.case_number, row.name, row.team, URGENCY_NAMES[row.urgency], row.urgency_reason ?? '', row.reported_on,
    String(waitingDays(row.waiting_since, today)), row.last_called_on ?? '', row.source, row.life_domains.map((domain) => LIFE_DOMAINS[domain]).join(', '),
    row.neighbourhood ?? '', String(row.member_count), String(row.child_count),
  ]);
}
