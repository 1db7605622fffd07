import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { mayAppoint, mayArrangeSubstitution, substitutionProblems, substitutionStateOn, transitionSubstitution } from './domain/index.js';

refuseOnConstraint('one_substitution_at_a_time', 'substitution.overlaps', 'In deze dagen is er al een waarnemer. Stop die waarneming eerst.');

export interface NewSubstitution {
  /** Unset: the actor. */
  readonly regisseurId?: string;
  readonly substituteId: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

interface Held {
  readonly regisseurId: string;
  readonly municipalityId: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly endedAt: Date | null;
  readonly version: number;
  readonly ofMyTeam: boolean;
}

const notFound = (): DomainError => new DomainError('substitution.not-found', 'Deze waarneming bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('substitution.stale', 'Deze waarneming is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

/** `$person` is a regisseur in one of the actor's teams. */
export const IN_MY_TEAM = (person: string): string => `EXISTS (SELECT FROM user_role w WHERE w.user_id = ${person} AND w.role = 'regisseur'
  AND w.municipality_id = access.municipality() AND w.team_id = ANY (access.teams()))`;

const WHO = `SELECT ${IN_MY_TEAM('$1::uuid')} AS "ofMyTeam", access.can_substitute($1::uuid, $2::uuid) AS "canSubstitute"`;

const HOLD = `SELECT s.regisseur_id AS "regisseurId", s.municipality_id AS "municipalityId", s.first_day AS "firstDay", s.last_day AS "lastDay",
    s.ended_at AS "endedAt", s.version, ${IN_MY_TEAM('s.regisseur_id')} AS "ofMyTeam" FROM substitution s WHERE s.id = $1 FOR UPDATE OF s`;

/** A planned absence: somebody stands in, nothing is handed over. Access comes and goes with the days (see the migration). */
@Injectable()
export class SubstitutionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `forbidden`, `invalid` with everything that is wrong, `conflict` when somebody stands in on these days already. */
  arrange(actor: Actor, input: NewSubstitution): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const { substituteId, firstDay, lastDay, regisseurId = actor.userId } = input;
      const [who] = await tx.query<{ ofMyTeam: boolean; canSubstitute: boolean }>(WHO, [regisseurId, substituteId]);
      assertAllowed(mayArrangeSubstitution(actor, { municipalityId: actor.municipalityId, regisseurId, ofMyTeam: who?.ofMyTeam ?? false }), 'substitution.arrange');
      refuseInvalid('substitution.invalid', substitutionProblems({ regisseurId, substituteId, firstDay, lastDay }, who?.canSubstitute ?? false, localDateOf(tx.now)));
      assertAllowed(mayAppoint(actor, { substituteId }), 'substitution.appoint');
      const id = newId();
      await tx.query(
        `INSERT INTO substitution (id, municipality_id, regisseur_id, substitute_id, first_day, last_day, arranged_by, arranged_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, actor.municipalityId, regisseurId, substituteId, firstDay, lastDay, actor.userId, tx.now],
      );
      await this.note(tx, 'substitution.arranged', id, { regisseurId, substituteId });
      return { id };
    });
  }

  /** Back early, or it does not go through: the families close for the substitute at once. */
  end(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [held] = await tx.query<Held>(HOLD, [id]);
      if (!held) throw notFound();
      assertAllowed(mayArrangeSubstitution(actor, held), 'substitution.end');
      if (held.version !== version) throw stale();
      transitionSubstitution(substitutionStateOn(held, localDateOf(tx.now)), 'end', {});
      await tx.query('UPDATE substitution SET ended_at = $2, ended_by = $3, version = version + 1 WHERE id = $1', [id, tx.now, actor.userId]);
      await this.note(tx, 'substitution.ended', id, { regisseurId: held.regisseurId });
    });
  }

  private async note(tx: Transaction, action: string, id: string, details: Record<string, string>): Promise<void> {
    await this.audit.record(tx, { action, subjectKind: 'substitution', subjectId: id, details });
    await this.outbox.add(tx, { kind: action, payload: { substitutionId: id } });
  }
}
