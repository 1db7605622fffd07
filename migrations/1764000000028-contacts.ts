import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseReviewTables } from './case-review-tables.js';
import { contactTables, whenScaledUp } from './contact-tables.js';
import { meetingTables } from './meeting-tables.js';
import { onlyForward } from './policy.js';

/** What was said with a family, what was agreed about it, and the story that it makes together. */
export class Contacts1764000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${contactTables}
      ${meetingTables}
      ${caseReviewTables}
      -- A page of the story begins where the one before it ended.
      DROP INDEX event_of_household;
      CREATE INDEX event_of_household ON household_event (household_id, at DESC, id DESC);
      ${whenScaledUp('household_event')}
    `);
  }

  down = onlyForward;
}
