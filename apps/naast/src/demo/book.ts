import type pg from 'pg';
import { v7 } from 'uuid';
import { addDays, type LocalDate, localDateOf } from '#kernel';
import type { People } from './people.js';
import { SeededRandom } from './random.js';

/** In the order of their foreign keys. */
const TABLES = [
  'app_user', 'user_role', 'fund', 'household', 'household_member', 'regisseur_assignment', 'substitution', 'break_glass', 'legal_basis', 'secrecy_release', 'help_agreement', 'referral',
  'referral_share', 'referral_event', 'canvas', 'fund_request', 'fund_suspension', 'committee_advice', 'fund_decision', 'fund_request_event',
  'ledger_entry', 'household_event', 'reminder', 'inbox_item', 'outbox',
] as const;
export type Table = (typeof TABLES)[number];
type Row = Readonly<Record<string, unknown>>;

/** The demo on its way to the database: rows per table, written in one statement each. */
export class DemoBook {
  readonly random = new SeededRandom(20_260_101);
  readonly today: LocalDate;
  private readonly rows = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));

  constructor(readonly people: People, readonly now: Date) {
    this.today = localDateOf(now);
  }

  add(table: Table, ...rows: Row[]): void {
    this.rows.get(table)?.push(...rows);
  }

  /** An id as it would have been given at that moment: lists sort on it. */
  idAt(at: Date): string {
    return v7({ msecs: at.getTime(), random: this.random.bytes(16), seq: this.random.between(0, 0x7fff_ffff) });
  }

  daysAgo(days: number): LocalDate {
    return addDays(this.today, -days);
  }

  /** Some moment of a working day, never in the future. */
  during(day: LocalDate): Date {
    const at = new Date(`${day}T${String(this.random.between(8, 15)).padStart(2, '0')}:${String(this.random.between(10, 59))}:00Z`);
    return at < this.now ? at : new Date(this.now.getTime() - this.random.between(5, 50) * 60_000);
  }

  async write(db: pg.ClientBase): Promise<void> {
    for (const [table, rows] of this.rows) {
      const [first] = rows;
      if (!first) continue;
      const columns = Object.keys(first).join(', ');
      await db.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows)]);
    }
  }
}
