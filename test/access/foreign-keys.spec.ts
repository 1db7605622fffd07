import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

let db: SpecDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

/** Every foreign key on the way from a family to its records; an index serves it when it begins with its columns and leaves no row with a value out. */
const WALK = `WITH RECURSIVE of_family AS (
    SELECT 'household'::regclass::oid AS oid
    UNION SELECT c.conrelid FROM pg_constraint c JOIN of_family f ON c.confrelid = f.oid WHERE c.contype = 'f'
  )
  SELECT c.conrelid::regclass::text || '.' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(attnum, n)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) AS key,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indisvalid
      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', (SELECT attname FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1])))
      AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey) AS indexed
  FROM pg_constraint c JOIN of_family f ON c.confrelid = f.oid WHERE c.contype = 'f' ORDER BY 1`;

const walked = () => db.query<{ key: string; indexed: boolean }>(WALK);
const withoutIndex = async () => (await walked()).filter(({ indexed }) => !indexed).map(({ key }) => key);

it('every foreign key that a destruction walks has an index', async () => {
  expect(await withoutIndex()).toEqual([]);
  expect((await walked()).map(({ key }) => key)).toEqual(expect.arrayContaining(['referral_share.member_id', 'ledger_entry.fund_request_id', 'meeting_share.meeting_id, organisation_id']));
});

it('one that somebody forgot is found, also when its index leaves rows out', async () => {
  await db.query(`CREATE TABLE forgotten (id uuid PRIMARY KEY, open boolean, member_id uuid REFERENCES household_member, referral_id uuid REFERENCES referral);
    CREATE INDEX ON forgotten (open, member_id); CREATE INDEX ON forgotten (referral_id) WHERE open`);
  expect(await withoutIndex()).toEqual(['forgotten.member_id', 'forgotten.referral_id']);
});
