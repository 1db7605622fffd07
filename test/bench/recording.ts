export interface RecordedStatement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

export interface Accepted {
  readonly referral: string;
  readonly household: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const bornAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** One transaction of the API as a pattern for any other referral: its ids, and the ids that were made on the way, become holes. */
export function asPattern(statements: readonly RecordedStatement[], { referral, household }: Accepted, since: number): RecordedStatement[] {
  const begin = statements.findLastIndex(({ text }) => /^(BEGIN|START TRANSACTION)/i.test(text));
  const end = statements.findLastIndex(({ text }) => /^COMMIT/i.test(text));
  const hole = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll(referral, '{referral}').replaceAll(household, '{household}').replace(UUID, (id) => (bornAt(id) >= since ? '{new}' : id))
      : value;
  return statements.slice(begin, end + 1).map(({ text, values }) => ({ text, values: values?.map(hole) }));
}
