import type { SpecDatabase } from './database.js';
import { userId } from './households.js';

/** Lets the persona `resident` sign in as this member, or for this child. */
export async function anAccount(db: SpecDatabase, memberId: string | undefined, capacity: 'self' | 'representative' = 'self', persona = 'resident'): Promise<void> {
  await db.query(`INSERT INTO resident_account (user_id, municipality_id, member_id, capacity) SELECT $1, municipality_id, id, $3 FROM household_member WHERE id = $2`,
    [await userId(db, persona), memberId, capacity]);
}

export const noAccount = async (db: SpecDatabase): Promise<void> => void (await db.query('DELETE FROM resident_account'));
