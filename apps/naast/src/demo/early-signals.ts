import type pg from 'pg';
import { addDays, newId, normaliseName } from '#kernel';
import { firstTalkBy, personKeyOf, type SignalAction, type SignalState } from '#regie';
import type { DemoBook } from './book.js';

interface Followed {
  readonly name: string;
  readonly street: readonly [postcode: string, houseNumber: string];
  readonly ago: number;
  readonly state: SignalState;
  readonly steps: readonly SignalAction[];
  readonly threatening?: boolean;
  readonly visitIn?: number;
}

const PEOPLE: readonly Followed[] = [
  { name: 'G. Woldring', street: ['9713 TB', '18'], ago: 2, state: 'new', steps: [], threatening: true },
  { name: 'H. ten Cate', street: ['9715 RK', '204'], ago: 3, state: 'new', steps: [] },
  { name: 'S. Bos-Yıldız', street: ['9741 CP', '7'], ago: 9, state: 'visit-planned', steps: ['send-letter', 'plan-visit'], visitIn: 1 },
  { name: 'D. Meinders', street: ['9718 EG', '55'], ago: 12, state: 'visit-planned', steps: ['plan-visit'], visitIn: 3, threatening: true },
  { name: 'W. van Loon', street: ['9731 AV', '91'], ago: 20, state: 'not-reached', steps: ['plan-visit', 'not-at-home', 'send-letter'] },
  { name: 'C. Ubels', street: ['9727 BD', '12'], ago: 24, state: 'spoken', steps: ['plan-visit', 'not-at-home', 'plan-visit', 'visit-done'] },
];
const VISITED_BEFORE = 11;
const CREDITORS = [['rent', 'Woonstichting Westerhaven'], ['energy', 'Noorderstroom'], ['water', 'Waterbedrijf De Bron'], ['health-insurance', 'Zorg Noord']] as const;

const CASE = `INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, city, threatening, received_on, first_talk_by, state, visit_on, visitor_id, not_at_home, closed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'Groningen', $8, $9, $10, $11, $12, $13, $14, $15)`;
const SIGNAL = `INSERT INTO early_signal (id, case_id, municipality_id, team_id, creditor_kind, creditor, amount_cents, months, signalled_on, signal_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const STEP = `INSERT INTO early_signal_step (id, case_id, municipality_id, team_id, action, at, by_user_id) VALUES ($1, $2, $3, $4, $5, $6::date + time '13:00', $7)`;
const TARGET = `UPDATE municipality SET settings = settings || '{"earlySignals": {"homeVisitsPerYear": 20}}' WHERE id = $1`;

/** People about whom creditors told; some were visited earlier this year and did not need help. */
export async function writeEarlySignals(db: pg.ClientBase, book: DemoBook): Promise<void> {
  await db.query(TARGET, [book.people.municipality.Groningen]);
  for (const person of PEOPLE) await follow(db, book, person);
  for (let at = 0; at < VISITED_BEFORE; at += 1) {
    const refused = at % 4 === 0;
    await follow(db, book, {
      name: `${'ABCDEFGHIJK'.charAt(at)}. ${['Kuipers', 'Reinders', 'Osinga', 'Valk'][at % 4]}`, street: ['9742 KL', String(100 + at)], ago: 40 + at * 12,
      state: refused ? 'no-help' : 'already-helped', steps: ['plan-visit', refused ? 'refused-at-door' : 'visit-done', ...(refused ? [] : ['mark-helped' as const])],
    });
  }
}

async function follow(db: pg.ClientBase, book: DemoBook, { name, street: [postcode, houseNumber], ago, state, steps, threatening = false, visitIn }: Followed): Promise<void> {
  const { people, random, today } = book;
  const [here, team, worker] = [people.municipality.Groningen, people.team['WIJ Noord'], people.user['case-worker']];
  const id = newId();
  const receivedOn = book.daysAgo(ago);
  const closed = state === 'no-help' || state === 'already-helped';
  const notAtHome = steps.filter((step) => step === 'not-at-home').length;
  await db.query(CASE, [
    id, here, team, name, personKeyOf(name), postcode, houseNumber, threatening, receivedOn, firstTalkBy(receivedOn, threatening), state,
    visitIn === undefined ? null : addDays(today, visitIn), visitIn === undefined ? null : worker, notAtHome, closed ? book.during(addDays(receivedOn, 14)) : null,
  ]);
  for (const [kind, creditor] of CREDITORS.slice(0, 1 + (ago % 2)).map((_, at) => CREDITORS[(ago + at) % CREDITORS.length] ?? CREDITORS[0])) {
    const key = [kind, normaliseName(creditor), `${postcode.replace(' ', '')}-${houseNumber}-`, personKeyOf(name), receivedOn.slice(0, 7)].join('|');
    await db.query(SIGNAL, [newId(), id, here, team, kind, creditor, random.between(90, 2_400) * 100 + random.between(0, 99), random.between(2, 5), receivedOn, key]);
  }
  for (const [at, action] of steps.entries()) await db.query(STEP, [newId(), id, here, team, action, addDays(receivedOn, Math.min(ago, 2 + at * 3)), worker]);
}
