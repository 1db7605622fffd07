import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAlarmQueue } from '#platform';
import { migrateAll } from '../../apps/naast/src/launch/migrations.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

describe('an installation that has run before', () => {
  let db: SpecDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());

  it('migrates again, also after the queue made its own sequence', async () => {
    const queue = openAlarmQueue({ DATABASE_URL: db.appUrl });
    await queue.add('alarm', { outboxId: 'x', municipalityId: 'y' });
    await queue.close();
    expect(await migrateAll(db.migratorUrl)).toEqual([]);
  });
});
