import { isRole, localDateOf, type LocalDate, type Role, ROLE_NAMES } from '#kernel';
import { AUDITED_ACTIONS, auditedAction } from './activities.js';

/** One line of the log about one person, as the database hands it over. */
export interface SeenLine {
  readonly id: number;
  readonly memberId: string;
  readonly at: Date;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The roles of the employee at that moment, with commas; lines from before that was kept have none. */
  readonly roles: string | null;
  readonly person: string;
  readonly organisation: string | null;
  /** The organisation that it was shared with, where it is about one. */
  readonly partner?: string | null;
}

/** What somebody did on one day with the file of one person, or of several at once, in words for them. */
export interface Sighting {
  readonly day: LocalDate;
  readonly memberIds: readonly string[];
  /** "regisseur", or a name and a function where the municipality shows names. */
  readonly who: string;
  readonly organisation: string;
  readonly what: string;
  readonly why: string | null;
  /** When, the latest first. */
  readonly times: Date[];
}

/** Whether the resident reads the employee's name; every municipality chooses (docs/decisions/0015). */
export type ShownEmployee = 'function' | 'name';

export const accessLogSetting = (settings: unknown): ShownEmployee =>
  (settings as { accessLog?: { employee?: unknown } } | null)?.accessLog?.employee === 'name' ? 'name' : 'function';

/** Which function does the looking when somebody has several: the one nearest to the family. */
const NEAREST: readonly Role[] = [
  'regisseur', 'case-worker', 'team-lead', 'partner-worker', 'decision-maker', 'fund-secretary', 'committee-member', 'finance', 'objection-handler',
  'privacy-officer', 'policy-adviser',
];

function functionOf(roles: string | null): string {
  const had = (roles ?? '').split(',').filter(isRole);
  const nearest = NEAREST.find((role) => had.includes(role));
  return nearest ? ROLE_NAMES[nearest] : 'medewerker';
}

/** The strongest first: who broke the glass must not hide behind an ordinary reason. */
const REASONS: Readonly<Record<string, string>> = {
  'break-glass': 'met noodtoegang, omdat er snel hulp nodig was',
  regisseur: 'als regisseur van het gezin',
  substitute: 'als waarnemer van de regisseur',
  intake: 'omdat deze medewerker de aanmelding deed',
};

const VIEWS: Readonly<Record<string, string>> = {
  'scaled-up': 'omdat de zaak is opgeschaald',
  head: 'om te weten wie er wacht en wie er helpt',
  proposed: 'omdat gevraagd was om regisseur te worden',
};

function reasonOf({ reasons, view }: SeenLine['details']): string | null {
  const had = Array.isArray(reasons) ? reasons : [];
  const why = Object.keys(REASONS).find((reason) => had.includes(reason));
  return why ? (REASONS[why] ?? null) : typeof view === 'string' ? (VIEWS[view] ?? null) : null;
}

const onlyTheHead = ({ action, details }: SeenLine): boolean => action === 'household.read' && (details['view'] === 'head' || details['view'] === 'proposed');

function whatOf(line: SeenLine): string {
  if (onlyTheHead(line)) return 'zag dat het gezin er is, niet het dossier';
  const says = auditedAction(line.action).says ?? 'werkte aan het dossier';
  return line.partner ? says.replace('een partner', line.partner) : says;
}

/** What one person did at one moment, and with whose file: the log has a line for each of them. */
interface Look {
  readonly line: SeenLine;
  readonly memberIds: string[];
}

function looks(lines: readonly SeenLine[]): Look[] {
  const found = new Map<string, Look>();
  for (const line of lines) {
    const key = JSON.stringify([line.at, line.action, line.person]);
    const known = found.get(key);
    if (known) known.memberIds.push(line.memberId);
    else found.set(key, { line, memberIds: [line.memberId] });
  }
  return [...found.values()];
}

function toSighting({ line, memberIds }: Look, shown: ShownEmployee): Sighting {
  const work = functionOf(line.roles);
  return {
    day: localDateOf(line.at), memberIds: [...new Set(memberIds)].sort(), who: shown === 'name' ? `${line.person} (${work})` : work,
    organisation: line.organisation ?? 'onbekende organisatie', what: whatOf(line), why: reasonOf(line.details), times: [line.at],
  };
}

/** The same person doing the same on one day is one sighting with several times. Keeps the order in which it gets the lines. */
export function sightings(lines: readonly SeenLine[], shown: ShownEmployee): Sighting[] {
  const found = new Map<string, Sighting>();
  for (const look of looks(lines)) {
    const one = toSighting(look, shown);
    // By person, also where only the function is shown: two regisseurs who looked are two.
    const key = JSON.stringify([one.day, one.memberIds, look.line.person, one.organisation, one.what, one.why]);
    const known = found.get(key);
    if (known) known.times.push(look.line.at);
    else found.set(key, one);
  }
  return [...found.values()];
}

/** Which lines the resident is told: by action, and by room (`referral`) for actions that are put together. */
export const TOLD = {
  told: exact((says) => says !== undefined),
  silent: exact((says) => says === undefined),
  silentRooms: Object.entries(AUDITED_ACTIONS).filter(([action, { says }]) => action.endsWith('.*') && says === undefined).map(([action]) => action.slice(0, -2)),
} as const;

function exact(fits: (says: string | undefined) => boolean): string[] {
  return Object.entries(AUDITED_ACTIONS).filter(([action, { says }]) => !action.endsWith('.*') && fits(says)).map(([action]) => action);
}
