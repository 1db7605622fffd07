import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, hasRole, isId, isLocalDate, type LocalDate } from '#kernel';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { countYear, type CreditorKind, type SignalAction, signalSettings, type SignalState, type YearCount } from '../domain/index.js';
import { SIGNAL_COLUMNS, type SignalOnList, type SignalRow, toSignal } from './signal-row.js';

export interface SignalView extends SignalOnList {
  readonly signals: { readonly creditorKind: CreditorKind; readonly creditor: string; readonly amountCents: number; readonly months: number | null; readonly signalledOn: LocalDate }[];
  readonly steps: { readonly at: string; readonly by: string; readonly action: SignalAction; readonly visitOn: LocalDate | null; readonly note: string | null }[];
}

export interface SignalListPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: SignalState;
}

const MOMENT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// Without a state: what is still open. Each team's part comes from an index in the order of the list, at most one page of it.
const list = (name: string, condition: string) => ({
  name,
  text: auditedList('early-signal.listed', `SELECT ${SIGNAL_COLUMNS} FROM unnest($1::uuid[]) AS team CROSS JOIN LATERAL (
      SELECT * FROM early_signal_case o WHERE o.team_id = team AND ${condition} AND (o.first_talk_by, o.id) > ($3::date, $4::uuid) ORDER BY o.first_talk_by, o.id LIMIT $5) c
    ORDER BY c.first_talk_by, c.id LIMIT $5`, '$5'),
});
const OPEN = list('early-signals', '$2::text IS NULL AND o.closed_at IS NULL');
const IN_STATE = list('early-signals-in-state', 'o.state = $2');

const ONE = {
  name: 'early-signal',
  text: `WITH c AS (SELECT * FROM early_signal_case WHERE id = $1),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, request_id)
      SELECT municipality_id, access.user_id(), access.organisation(), 'early-signal.read', 'early-signal', id, $2 FROM c)
    SELECT ${SIGNAL_COLUMNS},
      coalesce((SELECT json_agg(json_build_object('creditorKind', s.creditor_kind, 'creditor', s.creditor, 'amountCents', s.amount_cents, 'months', s.months, 'signalledOn', s.signalled_on)
        ORDER BY s.signalled_on DESC, s.id) FROM early_signal s WHERE s.case_id = c.id), '[]') AS signals,
      coalesce((SELECT json_agg(json_build_object('at', ${MOMENT('t.at')}, 'by', u.name, 'action', t.action, 'visitOn', t.visit_on, 'note', t.note) ORDER BY t.at DESC, t.id DESC)
        FROM early_signal_step t JOIN app_user u ON u.id = t.by_user_id WHERE t.case_id = c.id), '[]') AS steps
    FROM c`,
};

const YEAR = {
  name: 'home-visits-in-year',
  text: `SELECT (SELECT settings->'earlySignals' FROM municipality WHERE id = $2) AS settings, coalesce((SELECT json_object_agg(v.action, v.visits) FROM access.home_visits($1) v), '{}') AS visits`,
};

const START = ['0001-01-01', '00000000-0000-0000-0000-000000000000'];
const notFound = (): DomainError => new DomainError('early-signal.not-found', 'Dit signaal bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

/** The signals of the actor's teams. */
@Injectable()
export class SignalsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, state }: SignalListPage): Promise<Page<SignalOnList>> {
    const [by, id] = decodeCursor(cursor, [isLocalDate, isId]) ?? START;
    const rows = await this.work.read<SignalRow>(actor, state ? IN_STATE : OPEN, [actor.teamIds, state ?? null, by, id, limit + 1]);
    const page = toPage(rows, limit, (last) => [last.firstTalkBy, last.id]);
    const today = this.clock.today();
    return { ...page, items: page.items.map((row) => toSignal(row, today)) };
  }

  async getOne(actor: Actor, id: string): Promise<SignalView> {
    const [row] = await this.work.read<SignalRow & Pick<SignalView, 'signals' | 'steps'>>(actor, ONE, [id, actor.requestId ?? null]);
    if (!row) throw notFound();
    return { ...toSignal(row, this.clock.today()), signals: row.signals, steps: row.steps };
  }

  /** Home visits in the whole municipality against its target; who is not in a team gets no small numbers. */
  async yearCount(actor: Actor, year: number): Promise<YearCount> {
    const [row] = await this.work.read<{ settings: unknown; visits: Readonly<Record<string, number>> }>(actor, YEAR, [year, actor.municipalityId]);
    const visits = row?.visits ?? {};
    const counts = { spoken: visits['visit-done'] ?? 0, refused: visits['refused-at-door'] ?? 0, notAtHome: visits['not-at-home'] ?? 0 };
    return countYear(year, counts, signalSettings(row?.settings), !hasRole(actor, 'team-lead', 'case-worker'));
  }
}
