import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { Audit, refuseOnConstraint, UnitOfWork } from '#platform';
import { mayMakeScale, type NewScale, scaleProblems, type ScoreScale } from '../domain/index.js';
import { SCALES_JSON } from './scale-columns.js';

const stale = (): DomainError => new DomainError('score-scale.stale', 'Er is net een nieuwe versie van deze schaal gemaakt. Lees haar eerst.', { kind: 'stale' });

refuseOnConstraint('scale_version_once', 'score-scale.made-already', 'Er is net een nieuwe versie van deze schaal gemaakt. Lees haar eerst.');

const ADD = `INSERT INTO score_scale (id, municipality_id, name, version, valid_from, steps, domains, maps_previous, made_by, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** How a municipality says how things go. A version is never changed, only followed by the next one. */
@Injectable()
export class ScoreScalesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Every version, the newest first. */
  async list(actor: Actor): Promise<ScoreScale[]> {
    const [row] = await this.work.read<{ scales: ScoreScale[] }>(actor, { name: 'score-scales', text: `SELECT ${SCALES_JSON} AS scales` });
    return (row?.scales ?? []).toReversed();
  }

  /** The next version; `version` is the one that it follows. */
  make(actor: Actor, input: NewScale, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayMakeScale(actor), 'score-scale.make');
      const [row] = await tx.query<{ scales: ScoreScale[] }>(`SELECT ${SCALES_JSON} AS scales`);
      const before = row?.scales.at(-1);
      if (before?.version !== version) throw stale();
      refuseInvalid('score-scale.invalid', scaleProblems(input, before, localDateOf(tx.now)));
      const id = newId();
      const steps = input.steps.map((step, at) => ({ step: at + 1, label: step.label.trim(), description: step.description.trim() }));
      const maps = input.mapsPrevious && JSON.stringify(input.mapsPrevious);
      await tx.query(ADD, [id, actor.municipalityId, input.name, version + 1, input.validFrom, JSON.stringify(steps), input.domains, maps, actor.userId, tx.now]);
      await this.audit.record(tx, { action: 'score-scale.made', subjectKind: 'score-scale', subjectId: id, details: { version: version + 1 } });
      return { id };
    });
  }
}
