import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, refuseOnConstraint, UnitOfWork } from '#platform';
import { schemeCatalogue, schemeProblems, type SchemeStand } from '../domain/index.js';
import { holdForWriting } from './held-plan.js';
import { PlanActions } from './plan-actions.js';

refuseOnConstraint('plan_scheme_once', 'plan-scheme.just-set', 'Iemand anders heeft deze regeling net bijgewerkt. Lees het plan opnieuw.');

const HOLD = 'SELECT id, version FROM plan_scheme WHERE household_id = $1 AND scheme = $2 FOR UPDATE';
const ADD = `INSERT INTO plan_scheme (id, household_id, municipality_id, scheme, state, since, reason, updated_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const CHANGE = 'UPDATE plan_scheme SET state = $2, since = $3, reason = $4, updated_by = $5, version = version + 1 WHERE id = $1';

const notFound = (): DomainError => new DomainError('plan-scheme.not-found', 'Deze regeling staat niet op de lijst van jouw gemeente.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('plan-scheme.stale', 'Iemand anders heeft deze regeling net bijgewerkt. Lees haar opnieuw.', { kind: 'stale' });

/** The checklist of schemes that could help this family. */
@Injectable()
export class PlanSchemesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actions: PlanActions,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** `version` 0: nobody looked at it yet. */
  set(actor: Actor, householdId: string, code: string, input: SchemeStand, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { settings } = await holdForWriting(tx, householdId);
      const scheme = schemeCatalogue(settings).find((one) => one.code === code);
      if (!scheme) throw notFound();
      refuseInvalid('plan-scheme.invalid', schemeProblems(input, localDateOf(tx.now)));
      await this.actions.begin(tx, householdId);
      const [held] = await tx.query<{ id: string; version: number }>(HOLD, [householdId, code]);
      if ((held?.version ?? 0) !== version) throw stale();
      const stand = [input.state, input.since, input.reason?.trim() || null, actor.userId];
      const id = held?.id ?? newId();
      if (held) await tx.query(CHANGE, [id, ...stand]);
      else await tx.query(ADD, [id, householdId, actor.municipalityId, code, ...stand]);
      await this.story.tell(tx, householdId, 'plan.scheme', `De regeling ${scheme.name} is bijgewerkt.`);
      await this.audit.record(tx, { action: 'plan-scheme.set', subjectKind: 'plan-scheme', subjectId: id, householdId, details: { scheme: code, state: input.state } });
    });
  }
}
