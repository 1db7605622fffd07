import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mergeDoors } from './merge-doors.js';
import { mergeFacts } from './merge-facts.js';
import { mergeTable } from './merge-table.js';
import { mergedRetention } from './merged-retention.js';
import { onlyForward } from './policy.js';
import { searchDoor } from './search-door.js';
import { searchText } from './search-text.js';
import { splitDoor } from './split-door.js';

/** Finding a family, making one of two that are the same, and two of one that came apart (decision 28). */
export class Search1764000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${searchText}
      ${mergeTable}
      ${searchDoor}
      ${mergeFacts}
      ${mergeDoors}
      ${splitDoor}
      ${mergedRetention}
    `);
  }

  down = onlyForward;
}
