/** How long, counted from the start of the rule. */
export interface Term {
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** What a term counts from. */
export const RETENTION_STARTS = {
  'case-ended': 'het einde van de zaak',
  'last-payment': 'de laatste betaling',
  'last-answer': 'het laatste antwoord',
  imported: 'de dag van de import',
  sent: 'de dag van het bericht',
  done: 'de dag waarop het klaar was',
  ended: 'de dag waarop het afliep',
  'record-destroyed': 'de vernietiging van het dossier',
} as const;
export type RetentionStart = keyof typeof RETENTION_STARTS;

export interface RetentionRule {
  /** As the screens call it. */
  readonly name: string;
  readonly start: RetentionStart;
  /** Null: kept for good. */
  readonly term: Term | null;
  readonly source: string;
  /** A municipality may choose another term. */
  readonly adjustable: boolean;
}

const VNG = 'Selectielijst gemeenten 2020 (VNG)';
const OURS = 'Voorstel van Naast';
const years = (count: number): Term => ({ count, unit: 'years' });
const months = (count: number): Term => ({ count, unit: 'months' });
const days = (count: number): Term => ({ count, unit: 'days' });

const rule = (name: string, start: RetentionStart, term: Term | null, source: string, adjustable = term !== null): RetentionRule =>
  ({ name, start, term, source, adjustable });

/** What a family's record can be about; the longest of the kinds it really had holds for the whole record. */
export const HELP_KINDS = {
  'debt-help': rule('Schuldhulp', 'case-ended', years(5), VNG),
  wmo: rule('Hulp uit de Wmo', 'case-ended', years(15), `${VNG}; Wmo 2015, artikel 5.3.4`),
  'youth-help': rule('Jeugdhulp', 'case-ended', years(20), `${VNG}; Jeugdwet, artikel 7.3.8`),
  'other-provision': rule('Andere hulp', 'case-ended', years(10), VNG),
  refused: rule('Geweigerde hulp', 'case-ended', years(5), VNG),
  objection: rule('Bezwaar', 'case-ended', years(5), VNG),
  payment: rule('Betaling', 'last-payment', years(7), `${VNG}; fiscale bewaarplicht (AWR, artikel 52)`),
  // To show afterwards that it was answered in time (AVG 5, second paragraph).
  'rights-request': rule('Verzoek over eigen gegevens', 'last-answer', years(5), OURS),
  // A report that led to no help: long enough to recognise a family that comes back soon.
  'report-only': rule('Aanmelding zonder hulp', 'case-ended', years(1), OURS),
} as const satisfies Record<string, RetentionRule>;
export type HelpKind = keyof typeof HELP_KINDS;
export const HELP_KIND_NAMES = Object.keys(HELP_KINDS) as HelpKind[];

/** What lives beside the families. */
export const OTHER_KINDS = {
  'intake-refused-rows': rule('Niet overgenomen regels van een import', 'imported', days(30), OURS),
  'intake-import': rule('Gegevens over een import', 'imported', months(12), OURS),
  // Wgs 3 gives no term for a signal that leads to no help (decision 23).
  'early-signal': rule('Vroegsignaal zonder hulp', 'ended', months(6), OURS),
  inbox: rule('Berichten aan medewerkers', 'sent', months(12), OURS),
  outbox: rule('Opdrachten die klaar zijn', 'done', days(30), OURS),
  session: rule('Inlogsessies', 'ended', days(0), OURS, false),
  'retry-key': rule('Herhaalde verzoeken', 'sent', days(1), OURS, false),
  'rights-export': rule('Bestanden bij een verzoek van een inwoner', 'done', days(14), OURS, false),
  'processing-log': rule('Logboek verwerkingen', 'sent', years(5), OURS),
  // Not adjustable: its lines are sealed together, and go per seal by hand (decision 17).
  audit: rule('Logboek van handelingen', 'record-destroyed', years(5), OURS, false),
  'destruction-record': rule('Verklaring van vernietiging', 'done', null, 'Archiefbesluit 1995, artikel 8'),
} as const satisfies Record<string, RetentionRule>;

export const RETENTION_RULES = { ...HELP_KINDS, ...OTHER_KINDS };
export type RetentionCode = keyof typeof RETENTION_RULES;
export const RETENTION_CODES = Object.keys(RETENTION_RULES) as RetentionCode[];

export const isRetentionCode = (value: string): value is RetentionCode => Object.hasOwn(RETENTION_RULES, value);
