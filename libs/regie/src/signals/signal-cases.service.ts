import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdsService, type RegisterHousehold } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { isSignalClosed, mayFollowSignals, type PlainStep, type SignalAction, type SignalState, transitionSignal, visitProblems } from '../domain/index.js';
import { IN_TEAMS } from './visitors.queries.js';

export interface NewVisit {
  readonly visitOn: LocalDate;
  readonly visitorId: string;
}

export interface NewStep {
  readonly action: PlainStep;
  readonly note?: string | null;
}

interface Held {
  readonly id: string;
  readonly teamId: string;
  readonly state: SignalState;
  readonly version: number;
  readonly notAtHome: number;
  readonly tries: number;
}

const HOLD = `SELECT c.id, c.team_id AS "teamId", c.state, c.version, c.not_at_home AS "notAtHome",
    (SELECT count(*)::int FROM early_signal_step s WHERE s.case_id = c.id AND s.action IN ('not-at-home', 'send-letter', 'call-missed')) AS tries
  FROM early_signal_case c WHERE c.id = $1 FOR UPDATE OF c`;

const STEP = `INSERT INTO early_signal_step (id, case_id, municipality_id, team_id, action, at, by_user_id, visit_on, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const MOVE = `UPDATE early_signal_case SET state = $2, visit_on = $3, visitor_id = $4, not_at_home = $5, closed_at = $6, version = version + 1 WHERE id = $1`;
const BECAME = 'SELECT access.signal_became($1, $2) AS became';

/** A letter or a call while a visit is planned: the visit stands. */
const KEEP_VISIT = 'UPDATE early_signal_case SET version = version + 1 WHERE id = $1';

const notFound = (): DomainError => new DomainError('early-signal.not-found', 'Dit signaal bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('early-signal.stale', 'Een collega heeft dit signaal net bijgewerkt. Lees het opnieuw.', { kind: 'stale' });
const morningOf = (day: LocalDate): Date => new Date(`${day}T06:00:00Z`);

interface Change {
  readonly action: SignalAction;
  readonly version: number;
  readonly note?: string | null;
  readonly visit?: NewVisit;
  readonly householdId?: string;
}

/** What the team does with the signals about one person. */
@Injectable()
export class SignalCasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly households: HouseholdsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A day and who goes; on the morning of that day they hear of it. */
  planVisit(actor: Actor, caseId: string, version: number, visit: NewVisit): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [colleague] = await tx.query(`SELECT FROM app_user u WHERE u.id = $1 AND u.active AND ${IN_TEAMS('$2')}`, [visit.visitorId, actor.teamIds]);
      await this.move(tx, caseId, { action: 'plan-visit', version, visit }, () => refuseInvalid('early-signal.visit', visitProblems(visit.visitOn, Boolean(colleague), localDateOf(tx.now))));
      const { visitOn } = visit;
      await this.outbox.add(tx, { kind: 'early-signal.visit-planned', payload: { caseId, visitOn }, runAt: morningOf(visitOn) });
    });
  }

  /** Something was tried or said. */
  noteStep(actor: Actor, caseId: string, version: number, { action, note }: NewStep): Promise<void> {
    return this.work.run(actor, (tx) => this.move(tx, caseId, { action, version, note }));
  }

  /** The offer is taken: a household on the waiting list, by the same desk as every report, and the signal closed in one transaction. */
  acceptHelp(actor: Actor, caseId: string, version: number, report: RegisterHousehold): Promise<{ id: string; caseNumber: string; version: number }> {
    return this.households.register(actor, report, (tx, { id: householdId }) => this.move(tx, caseId, { action: 'accept-help', version, householdId }));
  }

  private async move(tx: Transaction, caseId: string, change: Change, check: () => void = () => undefined): Promise<void> {
    const [held] = await tx.query<Held>(HOLD, [caseId]);
    if (!held) throw notFound();
    assertAllowed(mayFollowSignals(tx.actor), 'early-signal.follow');
    if (held.version !== change.version) throw stale();
    const { action, note = null, visit, householdId } = change;
    const state = transitionSignal(held.state, action, held);
    check();
    const closedAt = isSignalClosed(state) ? tx.now : null;
    const stays = state === 'visit-planned' && !visit;
    // Before it is closed: the door opens for a signal that is still followed.
    if (householdId) await this.became(tx, caseId, householdId);
    await tx.query(stays ? KEEP_VISIT : MOVE, stays ? [caseId] : [caseId, state, visit?.visitOn ?? null, visit?.visitorId ?? null, held.notAtHome + (action === 'not-at-home' ? 1 : 0), closedAt]);
    await tx.query(STEP, [newId(), caseId, tx.actor.municipalityId, held.teamId, action, tx.now, tx.actor.userId, visit?.visitOn ?? null, note]);
    await this.audit.record(tx, { action: `early-signal.${action}`, subjectKind: 'early-signal', subjectId: caseId, details: { from: held.state, to: state } });
  }

  private async became(tx: Transaction, caseId: string, householdId: string): Promise<void> {
    const [answer] = await tx.query<{ became: boolean | null }>(BECAME, [caseId, householdId]);
    if (!answer?.became) throw new Error('the signal did not become a family');
  }
}
