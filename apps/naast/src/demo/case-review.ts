import type pg from 'pg';
import { addDays, newId } from '#kernel';
import { composition } from '#regie';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';

const SITUATION = 'Een moeder staat er met de kinderen bijna alleen voor. De post blijft dicht en de schulden lopen op. De kinderen gaan graag naar school. Wij komen elke week langs, maar tussendoor gebeurt er weinig.';

/** Colleagues talk about a family next week, without knowing which one. */
export async function writeCaseReview(db: pg.ClientBase, { people: { user }, today }: DemoBook, family: DemoFamily | undefined): Promise<void> {
  if (!family) return;
  const id = newId();
  await db.query(`INSERT INTO case_review (id, municipality_id, organised_by, planned_at, title, state) VALUES ($1, $2, $3, $4, 'Post die dicht blijft', 'planned')`,
    [id, family.municipalityId, family.regisseurId, new Date(`${addDays(today, 8)}T12:00:00Z`)]);
  await db.query('INSERT INTO case_review_participant (review_id, user_id, municipality_id) SELECT $1, u, $3 FROM unnest($2::uuid[]) AS u',
    [id, [family.regisseurId, user['case-worker'], user['team-lead']], family.municipalityId]);
  const shown = composition(family.members.map(({ role, birthDate }) => ({ role, birthDate, isRestricted: false })), today);
  await db.query(`INSERT INTO case_review_family (id, review_id, household_id, municipality_id, label, presented_by, composition, situation, question) VALUES ($1, $2, $3, $4, 'A', $5, $6, $7, $8)`,
    [newId(), id, family.id, family.municipalityId, family.regisseurId, JSON.stringify(shown), SITUATION, 'Wat werkt bij jullie om de post samen open te krijgen?']);
}
