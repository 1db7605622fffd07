import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lifeEventTables } from './life-event-tables.js';
import { onlyForward } from './policy.js';
import { scoreTables } from './score-tables.js';

/** How it goes per area of life, and what a life event asks for (decision 25). */
export class Scores1764000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${scoreTables}
      ${lifeEventTables}
    `);
  }

  down = onlyForward;
}
