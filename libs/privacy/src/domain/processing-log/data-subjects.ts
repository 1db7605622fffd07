import { auditedAction } from './activities.js';

/** What of an audit line says whose data was touched. */
export interface TouchingLine {
  readonly action: string;
  readonly at: Date;
  readonly subjectId: string | null;
  readonly householdId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Who was there: the members of families, and whom a referral or basis is about. */
export interface KnownPeople {
  readonly households: ReadonlyMap<string, readonly { readonly memberId: string; readonly knownSince: Date }[]>;
  readonly records: ReadonlyMap<string, readonly string[]>;
}

/**
 * The data subjects of one audit line: one line each in the processing log. A dossier: everybody who was in the family then.
 * A referral read by a partner: only who was shown. Where a record does not say whom it is about: the whole family.
 */
export function dataSubjects(line: TouchingLine, people: KnownPeople): readonly string[] {
  const { touches } = auditedAction(line.action);
  if (touches === 'nobody') return [];
  const named = touches === 'record' ? [...membersInDetails(line.details), ...shownIn(line.details)] : [];
  if (named.length > 0) return [...new Set(named)];
  const ofRecord = (touches === 'record' && line.subjectId && people.records.get(line.subjectId)) || [];
  return ofRecord.length > 0 ? ofRecord : membersThen(line, people);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function membersInDetails({ memberId, memberIds }: TouchingLine['details']): string[] {
  return [memberId, ...(Array.isArray(memberIds) ? memberIds : [])].filter(isText);
}

const shownIn = ({ shown }: TouchingLine['details']): string[] => (typeof shown === 'object' && shown !== null ? Object.keys(shown) : []);

const membersThen = ({ householdId, at }: TouchingLine, { households }: KnownPeople): string[] =>
  (households.get(householdId ?? '') ?? []).filter(({ knownSince }) => knownSince <= at).map(({ memberId }) => memberId);
