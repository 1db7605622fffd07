import type pg from 'pg';
import { newId, partsOf } from '#kernel';
import type { BsnVault } from '#platform';
import { groundEveryPlan } from './bases.js';
import { writePeopleBeside } from './beside.js';
import { DemoBook } from './book.js';
import { writeCases } from './cases.js';
import { writeDuplicates } from './duplicates.js';
import { writeEarlySignals } from './early-signals.js';
import { writeContacts } from './contacts.js';
import { inventFamily, reportedDaysAgo } from './families.js';
import { writeFamilyPlans } from './family-plans.js';
import type { DemoFamily } from './family.js';
import { writeFundRequests } from './fund-requests.js';
import { writeHandovers } from './handovers.js';
import { writeInvolvement } from './involvement.js';
import { writeMeetings } from './meetings.js';
import { loadPeople, type People } from './people.js';
import { planFamilies } from './plan.js';
import { writeRecords } from './records.js';
import { writeReferrals } from './referrals.js';
import { writeRegie } from './regie.js';
import { writeRights } from './rights.js';
import { writeResident } from './resident.js';
import { writeReminders } from './reminders.js';
import { writeRetention } from './retention.js';
import { writeScores } from './scores.js';
import { writeWaiting } from './waiting.js';

/** True until somebody has loaded or made a municipality. */
export async function isEmpty(db: pg.ClientBase): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM municipality LIMIT 1');
  return rows.length === 0;
}

/**
 * The demo municipality, in one transaction: everything in it is invented. Needs the migrator. Without a vault nobody has a BSN.
 * Dates lie around `now`, so that it looks like an ordinary week whenever it is loaded.
 */
export async function loadDemo(db: pg.ClientBase, now: Date, vault?: BsnVault): Promise<void> {
  await db.query('BEGIN');
  try {
    const book = new DemoBook(await loadPeople(db), now);
    await write(db, book, vault);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

async function write(db: pg.ClientBase, book: DemoBook, vault: BsnVault | undefined): Promise<void> {
  addColleagues(book);
  const fundId = addFunds(book);
  const families = await inventFamilies(db, book, vault);
  writeRegie(book, families);
  const grounded = writeReferrals(book, families);
  groundEveryPlan(book, families, grounded);
  writeFundRequests(book, families, fundId);
  writeReminders(book, families);
  writeInvolvement(book, families);
  writeRecords(book, families);
  await book.write(db);
  await writeWaiting(db, book, families);
  await writeEarlySignals(db, book);
  await writeMeetings(db, book.people, book.now);
  await writeResident(db, book, families);
  await writeRights(db, book, families);
  await writeRetention(db, book.people, book.now);
  await writeScores(db, book, families);
  await writePeopleBeside(db, book, families);
  await writeFamilyPlans(db, book, families);
  await writeCases(db, book);
  await writeDuplicates(db, book);
  await writeHandovers(db, book, families);
  await writeContacts(db, book, families);
}

/** In the order in which they were reported, as their case numbers go. */
async function inventFamilies(db: pg.ClientBase, book: DemoBook, vault: BsnVault | undefined): Promise<DemoFamily[]> {
  const plans = planFamilies(book)
    .map((plan) => ({ plan, daysAgo: reportedDaysAgo(book, plan.state) }))
    .sort((a, b) => b.daysAgo - a.daysAgo);
  const years = plans.map(({ daysAgo }) => partsOf(book.daysAgo(daysAgo)).year);
  const { rows } = await db.query<{ number: string }>('SELECT next_case_number(year) AS number FROM unnest($1::int[]) AS year', [years]);
  return plans.map(({ plan, daysAgo }, at) => inventFamily(book, plan, rows[at]?.number ?? '', daysAgo, vault));
}

const COLLEAGUES: [subject: string, name: string, organisation: string][] = [
  ['demo-idv', 'Mieke Tuinman', 'Directie IDV'], ['demo-wp', 'Joost Elzinga', 'Directie W&P'],
];

/** Partners who answered before; they are no personas, so nobody signs in as them. */
function addColleagues(book: DemoBook): void {
  const { people } = book;
  for (const [subject, name, organisation] of COLLEAGUES) {
    const id = newId();
    people.user[subject] = id;
    book.add('app_user', { id, organisation_id: people.organisation[organisation], name, email: `${subject}@groningen.example`, subject, active: true });
    book.add('user_role', { user_id: id, municipality_id: people.municipality.Groningen, role: 'partner-worker', team_id: null });
  }
}

function addFunds(book: DemoBook): string {
  const { people, today } = book;
  const { year } = partsOf(today);
  const id = newId();
  const fund = (municipality: keyof People['municipality'], more: Record<string, unknown>) => ({ municipality_id: people.municipality[municipality], year, ...more });
  book.add('fund', fund('Groningen', { id, name: `Doorbraak/Perspectieffonds ${year}`, domains: ['housing', 'education', 'mental-health', 'temporary-income'], ceiling_cents: 35_000_000, reserved_cents: 0, committed_cents: 0, paid_cents: 0 }));
  book.add('fund', fund('Hoogeveen', { id: newId(), name: `Doorbraakbudget ${year}`, domains: ['housing', 'temporary-income'], ceiling_cents: 10_000_000, reserved_cents: 0, committed_cents: 0, paid_cents: 0 }));
  return id;
}
