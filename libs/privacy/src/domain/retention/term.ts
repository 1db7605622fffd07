import { addDays, addMonths, type LocalDate } from '#kernel';
import { HELP_KINDS, type HelpKind, type RetentionStart, type Term } from './rules.js';

/** What a family's record says about itself; read in one go by the service. */
export interface RetentionFacts {
  /** Null while the case runs. */
  readonly endedOn: LocalDate | null;
  /** What the privacy officer wrote down about the help that was given; it takes the place of what we would guess. */
  readonly marks: readonly HelpKind[];
  /** A regisseur worked for them, a partner took them on or money was asked. */
  readonly helpBegan: boolean;
  readonly referredToCreditBank: boolean;
  /** Articles of law on which data were shared. */
  readonly articles: readonly string[];
  readonly moneyRefused: boolean;
  readonly lastPaymentOn: LocalDate | null;
  /** The last answer to somebody who asked about their own data. */
  readonly lastAnswerOn: LocalDate | null;
}

export type Terms = Readonly<Record<HelpKind, Term>>;

export interface RetentionEnd {
  readonly kinds: readonly HelpKind[];
  /** The kind whose term ends last. */
  readonly rule: HelpKind;
  /** The first day on which the record may be destroyed. */
  readonly mayGoOn: LocalDate;
}

const LAWS: readonly [RegExp, HelpKind][] = [[/jeugdwet/i, 'youth-help'], [/wmo/i, 'wmo'], [/wgs|schuldhulp/i, 'debt-help']];

/**
 * Which kinds of help a record is about (decision 17). What is known adds to it and takes nothing away: a doubt lengthens the
 * term and never shortens it.
 */
export function helpKinds(facts: RetentionFacts): HelpKind[] {
  const kinds = new Set<HelpKind>(facts.marks);
  if (kinds.size === 0) kinds.add(facts.helpBegan ? 'other-provision' : 'report-only');
  if (facts.referredToCreditBank) kinds.add('debt-help');
  for (const article of facts.articles) for (const [law, kind] of LAWS) if (law.test(article)) kinds.add(kind);
  if (facts.moneyRefused) kinds.add('refused');
  if (facts.lastPaymentOn) kinds.add('payment');
  if (facts.lastAnswerOn) kinds.add('rights-request');
  return [...kinds].sort();
}

/** The day on which a term ends; 29 February plus five years is 28 February. Years and months run from day to day. */
export function addTerm(start: LocalDate, { count, unit }: Term): LocalDate {
  return unit === 'days' ? addDays(start, count) : addMonths(start, unit === 'years' ? count * 12 : count);
}

/** When this record may go: the day after the last of its terms. Nothing while the case runs. */
export function retentionEnd(facts: RetentionFacts, terms: Terms): RetentionEnd | undefined {
  const { endedOn } = facts;
  if (!endedOn) return undefined;
  const kinds = helpKinds(facts);
  const ends = kinds.map((kind) => ({ kind, on: addTerm(startOf(kind, endedOn, facts), terms[kind]) }));
  const last = ends.reduce((a, b) => (b.on > a.on ? b : a));
  return { kinds, rule: last.kind, mayGoOn: addDays(last.on, 1) };
}

function startOf(kind: HelpKind, endedOn: LocalDate, { lastPaymentOn, lastAnswerOn }: RetentionFacts): LocalDate {
  const own: Partial<Record<RetentionStart, LocalDate | null>> = { 'last-payment': lastPaymentOn, 'last-answer': lastAnswerOn };
  return own[HELP_KINDS[kind].start] ?? endedOn;
}

/** Days in a term, to compare two of them; a month counts as 30 days and a year as 365. */
export const lengthOf = ({ count, unit }: Term): number => count * { days: 1, months: 30.4, years: 365 }[unit];
