import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, newId } from '#kernel';
import type { HouseholdState } from '#households';
import { Audit, refuseOnConstraint, UnitOfWork } from '#platform';

refuseOnConstraint('saved_view_name_once', 'saved-view.name-taken', 'Je hebt al een weergave met deze naam. Kies een andere naam.');

/** More than fit in one row above a list are no help any more. */
export const MOST_VIEWS = 12;

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly state: HouseholdState | null;
  readonly due: string | null;
  readonly order: string | null;
}
export type NewSavedView = Omit<SavedView, 'id'>;

const MINE = {
  name: 'saved-views',
  text: 'SELECT id, name, household_state AS state, due, sort_order AS "order" FROM saved_view WHERE user_id = $1 ORDER BY created_at, id',
};

/** Views of "Mijn gezinnen" that somebody keeps for themselves. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<SavedView[]> {
    return this.work.read<SavedView>(actor, MINE, [actor.userId]);
  }

  /** Throws `conflict` for a name that is taken, and when there are `MOST_VIEWS` already. */
  keep(actor: Actor, { name, state, due, order }: NewSavedView): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const [mine] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM saved_view WHERE user_id = $1', [actor.userId]);
      if (mine && mine.count >= MOST_VIEWS) {
        throw new DomainError('saved-view.too-many', `Je kunt ${MOST_VIEWS} weergaven bewaren. Haal er eerst een weg.`, { kind: 'conflict' });
      }
      const id = newId();
      await tx.query(
        `INSERT INTO saved_view (id, municipality_id, user_id, name, household_state, due, sort_order) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, actor.municipalityId, actor.userId, name, state, due, order],
      );
      await this.audit.record(tx, { action: 'saved-view.kept', subjectKind: 'saved-view', subjectId: id });
      return { id };
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [gone] = await tx.query<{ id: string }>('DELETE FROM saved_view WHERE id = $1 RETURNING id', [id]);
      if (!gone) throw new DomainError('saved-view.not-found', 'Deze weergave bestaat niet.', { kind: 'not-found' });
      await this.audit.record(tx, { action: 'saved-view.removed', subjectKind: 'saved-view', subjectId: id });
    });
  }
}
