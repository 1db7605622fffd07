import type pg from 'pg';
import { addDays, addMonths, daysBetween, type LocalDate } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning } from './family.js';

type Step = readonly [domain: string, step: number, reason: string];
/** What was measured at the start, in between and lately; not everything gets better at once. */
const STORIES: readonly (readonly [first: readonly Step[], second: readonly Step[], third: readonly Step[]])[] = [
  [
    [['finances', 1, 'Er ligt beslag op het loon en de post blijft dicht.'], ['housing', 2, 'De huur loopt twee maanden achter.'], ['mental-health', 2, 'Slecht slapen door de zorgen.']],
    [['finances', 2, 'De schulden staan op een rij en er is een budgetplan.'], ['housing', 3, 'Er is een regeling met de corporatie.'], ['mental-health', 2, 'De spanning is nog hoog.']],
    [['finances', 3, 'De vaste lasten worden op tijd betaald.'], ['housing', 4, 'De achterstand is bijna weg.'], ['mental-health', 3, 'Er is weer ruimte om te ademen.']],
  ],
  [
    [['work-education', 2, 'De oudste gaat bijna niet meer naar school.'], ['home-relations', 3, 'Er is vaak ruzie over geld.']],
    [['work-education', 3, 'School heeft een vast contact en een rustig lokaal.'], ['home-relations', 2, 'Na de scheiding is er veel verdriet.']],
    [['work-education', 4, 'Vier dagen in de week naar school.'], ['home-relations', 4, 'De ouders overleggen weer met elkaar.']],
  ],
  [
    [['social-network', 2, 'Het gezin kent niemand in de wijk.'], ['finances', 3, 'Er is een uitkering, maar toeslagen kloppen niet.']],
    [['social-network', 3, 'De buurvrouw helpt met oppassen.'], ['finances', 4, 'De toeslagen kloppen weer.']],
    [['social-network', 4, 'Elke week naar het buurthuis.'], ['finances', 4, 'Er wordt iets gespaard.']],
  ],
];
const MOMENTS = ['start', 'interim', 'interim'] as const;
const HALF_A_YEAR_LESS = 12 * 17 + 7;

interface DemoRound {
  household_id: string; municipality_id: string; moment: string; measured_on: LocalDate; view: string; by: string; steps: { domain: string; step: number; reason: string }[];
}

const WRITE = `WITH given AS (
    SELECT uuidv7() AS id, g.* FROM jsonb_to_recordset($1) AS g(household_id uuid, municipality_id uuid, moment text, measured_on date, view text, by uuid, steps jsonb)
  ), rounds AS (
    INSERT INTO score_round (id, household_id, municipality_id, scale_id, moment, measured_on, view, recorded_by, recorded_at)
    SELECT g.id, g.household_id, g.municipality_id, c.id, g.moment, g.measured_on, g.view, g.by, g.measured_on + time '11:00' FROM given g JOIN score_scale c ON c.municipality_id = g.municipality_id)
  INSERT INTO score_line (round_id, household_id, municipality_id, domain, step, reason)
  SELECT g.id, g.household_id, g.municipality_id, s.domain, s.step, s.reason FROM given g CROSS JOIN LATERAL jsonb_to_recordset(g.steps) AS s(domain text, step smallint, reason text)`;

/** Measurements over time for some families of persona `regisseur`, and somebody who turns 18 in some months: the daily sweep finds them. */
export async function writeScores(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const mine = families.filter((family) => isRunning(family) && family.acceptedOn && family.regisseurId === book.people.regisseurs[0]);
  const active = mine.filter(({ state }) => state === 'active');
  const rounds = STORIES.flatMap((story, at) => roundsOf(book, active[at], story));
  await db.query(WRITE, [JSON.stringify(rounds)]);
  await nearly18(db, book, mine);
}

function roundsOf(book: DemoBook, family: DemoFamily | undefined, story: (typeof STORIES)[number]): DemoRound[] {
  if (!family?.acceptedOn || !family.regisseurId) return [];
  const { id, municipalityId, acceptedOn, regisseurId } = family;
  const third = Math.floor(daysBetween(acceptedOn, book.today) / 3);
  return story.flatMap((steps, at) => {
    const measured = { household_id: id, municipality_id: municipalityId, moment: MOMENTS[at] ?? 'interim', measured_on: addDays(acceptedOn, at * third + 3), by: regisseurId };
    const seen = { ...measured, view: 'family', steps: steps.map(([domain, step, reason]) => ({ domain, step, reason })) };
    // At the start the regisseur saw it a little darker.
    const other = { ...seen, view: 'regisseur', steps: seen.steps.slice(0, 1).map((step) => ({ ...step, step: Math.max(1, step.step - (at === 1 ? 0 : 1)) })) };
    return at === 1 ? [seen] : [seen, other];
  });
}

async function nearly18(db: pg.ClientBase, { today }: DemoBook, mine: readonly DemoFamily[]): Promise<void> {
  const oldEnough = mine.flatMap(({ members }) => (members.every(({ role, age }) => role === 'child' || age >= 37) ? members.filter(({ role, age }) => role === 'child' && age >= 12) : []));
  const [child] = oldEnough;
  if (child) await db.query('UPDATE household_member SET birth_date = $2 WHERE id = $1', [child.id, addMonths(today, -HALF_A_YEAR_LESS)]);
}
