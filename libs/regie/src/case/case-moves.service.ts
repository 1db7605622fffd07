import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, type LocalDate, localDateOf } from '#kernel';
import {
  type HouseholdAction, type HouseholdFacts, householdNotFound, type HouseholdRelation, type HouseholdState, HouseholdStory, mayChangeHousehold, NO_FACTS, staleHousehold,
  transitionHousehold,
} from '#households';
import { Audit, refuseOnConstraint, type Transaction } from '#platform';
import { involvementOf } from '#privacy';
import { caseSettings, type CaseSettings, CASE_TEXTS } from '../domain/index.js';

const WALL = 'Er veranderde net iets bij dit gezin. Lees het opnieuw en kijk wat er nog nodig is.';
for (const wall of ['case_has_regisseur', 'case_has_basis', 'case_has_plan', 'closed_case_has_nothing_open']) refuseOnConstraint(wall, 'household-case.missing', WALL, 'refused');
refuseOnConstraint('nothing_opens_after_the_end', 'household.ended', 'Dit gezin is afgesloten. Heropen het eerst.');

export interface HeldCase {
  readonly id: string;
  readonly municipalityId: string;
  readonly teamId: string;
  readonly state: HouseholdState;
  readonly version: number;
  readonly relation: HouseholdRelation;
  /** Who hears what the case asks; null without a regisseur. */
  readonly regisseurId: string | null;
  readonly facts: HouseholdFacts;
}

export interface CaseMove {
  readonly facts?: Partial<HouseholdFacts>;
  /** Kept with the move itself. */
  readonly note?: { readonly reason?: string; readonly otherParty?: string; readonly contactOn?: LocalDate };
  /** What else belongs to this move; runs before the state changes, while the actor still has the dossier. */
  readonly also?: () => Promise<unknown>;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CaseProgress {
  readonly state: HouseholdState;
  readonly version: number;
}

type Row = Pick<HeldCase, 'id' | 'municipalityId' | 'teamId' | 'state' | 'version'>;
interface Around {
  readonly reasons: string[];
  readonly regisseurId: string | null;
  readonly facts: Partial<HouseholdFacts>;
}

// Assignments before the household, as everywhere: two that lock in another order wait for each other.
const HOLD_ASSIGNMENTS = `SELECT FROM regisseur_assignment WHERE household_id = $1 AND state IN ('proposed', 'accepted', 'active', 'handover-planned') ORDER BY id FOR NO KEY UPDATE`;
// NO KEY: a partner who writes a line in the family's story at that moment need not wait.
const HOLD = `SELECT id, municipality_id AS "municipalityId", team_id AS "teamId", state, version
  FROM household WHERE id = $1 FOR NO KEY UPDATE`;
// After the locks: one statement with them would read what stood there before it waited.
const AROUND = `SELECT ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = $1 AND a.user_id = nullif($2, '')::uuid) AS reasons,
  (SELECT r.regisseur_id FROM regisseur_assignment r WHERE r.household_id = $1 AND r.state IN ('active', 'handover-planned')) AS "regisseurId",
  access.case_facts($1, $3::date) AS facts`;
const MOVE = 'UPDATE household SET state = $2, version = $3 WHERE id = $1';

/** How every move of a case goes: hold it, who may, which version, what is true now, and then write it all once. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** Throws `not-found`, `forbidden` or `stale`. */
  async take(tx: Transaction, householdId: string, action: HouseholdAction, version: number): Promise<HeldCase> {
    const held = await this.hold(tx, householdId);
    assertAllowed(mayChangeHousehold(tx.actor, action, relationFor(action, held, tx.actor)), `household-case.${action}`);
    if (held.version !== version) throw staleHousehold();
    return held;
  }

  async hold(tx: Transaction, householdId: string): Promise<HeldCase> {
    await tx.query(HOLD_ASSIGNMENTS, [householdId]);
    const [row] = await tx.query<Row>(HOLD, [householdId]);
    if (!row) throw householdNotFound();
    const [around] = await tx.query<Around>(AROUND, [householdId, tx.actor.userId, localDateOf(tx.now)]);
    const { reasons = [], regisseurId = null, facts } = around ?? {};
    return { ...row, regisseurId, relation: relationOf(tx.actor, row, reasons), facts: { ...NO_FACTS, ...facts } };
  }

  /** Throws `conflict` (wrong state) or `refused` with everything that is missing. */
  async move(tx: Transaction, held: HeldCase, action: HouseholdAction, { facts, note = {}, also, details }: CaseMove = {}): Promise<CaseProgress> {
    const state = transitionHousehold(held.state, action, { ...held.facts, ...facts });
    const version = held.version + 1;
    // Told first: who closes a case is out of its dossier from that statement on.
    await also?.();
    await this.story.tell(tx, held.id, `case.${action}`, CASE_TEXTS[action]);
    await this.audit.record(tx, {
      action: `case.${action}`, subjectKind: 'household', subjectId: held.id, householdId: held.id, details: { from: held.state, to: state, ...details },
    });
    await tx.query(`SELECT set_config('naast.case_note', $1, true)`, [JSON.stringify({ ...note, at: tx.now })]);
    await tx.query(MOVE, [held.id, state, version]);
    return { state, version };
  }

  async settings(tx: Transaction): Promise<CaseSettings> {
    const [row] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
    return caseSettings(row?.settings);
  }
}

export const relationOf = (actor: Actor, { municipalityId, teamId }: { municipalityId: string; teamId: string }, reasons: readonly string[]): HouseholdRelation => {
  const { asRegisseur, hasTask } = involvementOf(reasons);
  return { municipalityId, actorIsRegisseur: asRegisseur, actorIsInvolved: hasTask, actorLeadsTeam: actor.teamIds.includes(teamId) };
};

/** A reported family has nobody yet: whoever of the team takes in reports may look at its safety. */
export const relationFor = (action: HouseholdAction, { relation, state, teamId }: Pick<HeldCase, 'relation' | 'state' | 'teamId'>, actor: Actor): HouseholdRelation =>
  action === 'start-safety-check' && state === 'reported' && actor.teamIds.includes(teamId) ? { ...relation, actorIsInvolved: true } : relation;
