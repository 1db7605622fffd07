import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId } from '#kernel';
import { Audit, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { mayMerge, mergeInto, type MergeFields, type MergeSide, mergeUndoDays, pairUp, type SamePerson, type UndoObstacle, undoRefused, undoUntil } from '../domain/index.js';
import { householdNotFound, HouseholdStory, staleHousehold } from '../household-story.service.js';

export interface NewMerge {
  readonly mergedHouseholdId: string;
  readonly mergedVersion: number;
  readonly fields: MergeFields;
  readonly members: readonly SamePerson[];
}

interface Running {
  readonly mergedHouseholdId: string;
}

const SIDES = `SELECT id, state, version, works, leads, has_regisseur AS "hasRegisseur", open_referrals AS "openReferrals", open_fund_requests AS "openFundRequests",
    planned_meetings AS "plannedMeetings" FROM access.hold_to_merge($1::uuid[])`;
const PEOPLE = `SELECT access.present_members($1) AS survivor, access.present_members($2) AS merged,
    (SELECT coalesce(json_agg(json_build_object('memberId', p.member_id, 'sameAs', p.same_as)), '[]') FROM access.same_people($1, $2) p) AS recognised`;

refuseOnConstraint('one_merge_at_a_time', 'merge.ended', 'Dit dossier is net al samengevoegd. Kijk eerst naar wat er gebeurd is.');
refuseOnConstraint('household_merged_is_ended', 'merge.ended', 'Dit dossier is net al samengevoegd. Kijk eerst naar wat er gebeurd is.');
refuseOnConstraint('merge_hides_nobody_less', 'merge.hidden-address',
  'Een van de twee dossiers heeft een geheim adres, en niet alle volwassenen staan in allebei. Dit zijn misschien twee gezinnen. Zet eerst in allebei wie er bij het gezin hoort.', 'refused');
refuseOnConstraint('merge_keeps_closed', 'merge.kept-closed',
  'Iemand die in allebei staat, heeft in het dossier dat opgaat een geheim adres, of de verwerking van diens gegevens is daar beperkt. Leg dat eerst ook hier vast.', 'refused');

const notFound = (): DomainError => new DomainError('merge.not-found', 'Dit samenvoegen bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

/** Two dossiers of one family become one, and if that was a mistake two again (decision 28). */
@Injectable()
export class MergeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The dossier of the path goes on. Throws `not-found` for a family of others, `conflict` or `refused` with what to do first. */
  merge(actor: Actor, survivorId: string, input: NewMerge, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const { survivor, merged } = await this.holdBoth(tx, survivorId, input.mergedHouseholdId);
      assertAllowed(mayMerge(actor, survivor, merged), 'household.merge');
      if (survivor.version !== version || merged.version !== input.mergedVersion) throw staleHousehold();
      mergeInto(survivor, merged);
      const pairs = await this.pairs(tx, survivorId, merged.id, input.members);
      const id = newId();
      // Before the move: afterwards nobody has a task in it any more.
      await this.story.tell(tx, merged.id, 'household.merged', 'Dit dossier is samengevoegd met een ander dossier van hetzelfde gezin.');
      await tx.query('SELECT access.merge_household($1, $2, $3, $4::jsonb, $5::jsonb, $6::date)',
        [id, survivorId, merged.id, JSON.stringify(input.fields), JSON.stringify(pairs), await this.lastDay(tx)]);
      await this.story.tell(tx, survivorId, 'household.merged-in', 'Een ander dossier van dit gezin is hierin opgegaan.');
      const added = pairs.filter(({ to }) => to === null).length;
      await this.note(tx, 'household.merged', survivorId, { mergeId: id, mergedHouseholdId: merged.id, samePeople: pairs.length - added, added });
      await this.note(tx, 'household.went-up', merged.id, { mergeId: id });
      return { id };
    });
  }

  /** Exactly as it was, as long as nothing came that would be lost. Throws `conflict` with what stands in the way. */
  undo(actor: Actor, survivorId: string, mergeId: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [merge] = await tx.query<Running>(
        `SELECT merged_household_id AS "mergedHouseholdId" FROM household_merge WHERE id = $1 AND household_id = $2 AND access.may_undo_merge(id)`, [mergeId, survivorId]);
      if (!merge) throw notFound();
      const [answer] = await tx.query<{ outcome: UndoObstacle | 'undone' }>('SELECT access.undo_merge($1) AS outcome', [mergeId]);
      if (answer && answer.outcome !== 'undone') throw undoRefused(answer.outcome);
      await this.story.tell(tx, survivorId, 'household.merge-undone', 'Het samenvoegen is teruggedraaid. Het zijn weer twee dossiers.');
      await this.note(tx, 'household.merge-undone', survivorId, { mergeId, mergedHouseholdId: merge.mergedHouseholdId });
    });
  }

  private async holdBoth(tx: Transaction, survivorId: string, mergedId: string): Promise<{ survivor: MergeSide; merged: MergeSide }> {
    const sides = await tx.query<MergeSide>(SIDES, [[survivorId, mergedId]]);
    const [survivor, merged] = [survivorId, mergedId].map((id) => sides.find((side) => side.id === id));
    if (!survivor || !merged) throw householdNotFound();
    return { survivor, merged };
  }

  private async pairs(tx: Transaction, survivorId: string, mergedId: string, chosen: readonly SamePerson[]) {
    const [people] = await tx.query<Parameters<typeof pairUp>[0]>(PEOPLE, [survivorId, mergedId]);
    if (!people) throw householdNotFound();
    return pairUp(people, chosen);
  }

  private async lastDay(tx: Transaction): Promise<string> {
    const [municipality] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
    return undoUntil(localDateOf(tx.now), mergeUndoDays(municipality?.settings));
  }

  private note(tx: Transaction, action: string, householdId: string, details: Record<string, string | number>): Promise<void> {
    return this.audit.record(tx, { action, subjectKind: 'household', subjectId: householdId, householdId, details });
  }
}
