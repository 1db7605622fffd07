/** Durability costs time and a test needs none. */
export const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
