import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { Canvas } from './canvas.entity.js';
import { type CanvasContent, checkCanvas, mayWriteCanvas } from './domain/index.js';

export const canvasNotFound = (): DomainError =>
  new DomainError('canvas.not-found', 'Dit canvas bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError =>
  new DomainError('canvas.stale', 'Iemand anders heeft dit canvas net gewijzigd. Lees het opnieuw en probeer het dan nog eens.', { kind: 'stale' });

/** The Doorbraak canvas of a family. It is saved while it grows; only a request to the fund asks for all of it. */
@Injectable()
export class CanvasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The regisseur starts a canvas for the family. */
  start(actor: Actor, householdId: string, content: CanvasContent): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      await this.story.hold(tx, householdId);
      await this.story.requireInvolvement(tx, householdId);
      await this.requireRegisseur(tx, householdId);
      checkCanvas(content, localDateOf(tx.now));
      const id = newId();
      await tx.manager.insert(Canvas, {
        id, householdId, municipalityId: actor.municipalityId, ...content, writtenBy: actor.userId, updatedAt: tx.now, version: 1,
      });
      await this.story.tell(tx, householdId, 'canvas.started', 'Er is een Doorbraak-canvas gemaakt.');
      await this.audit.record(tx, { action: 'canvas.started', subjectKind: 'canvas', subjectId: id, householdId });
      return { id };
    });
  }

  /** The whole canvas as it is now; what the fund already received stays as it was. */
  revise(actor: Actor, id: string, content: CanvasContent, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const canvas = await tx.manager.findOne(Canvas, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!canvas) throw canvasNotFound();
      await this.requireRegisseur(tx, canvas.householdId);
      if (canvas.version !== version) throw stale();
      // A review day that passed is history: only a new one has to lie ahead.
      const kept = content.reviewOn === canvas.reviewOn ? { ...content, reviewOn: null } : content;
      checkCanvas(kept, localDateOf(tx.now));
      await tx.manager.update(Canvas, { id }, { ...content, updatedAt: tx.now, version: version + 1 });
      await this.story.tell(tx, canvas.householdId, 'canvas.revised', 'Het Doorbraak-canvas is bijgewerkt.');
      await this.audit.record(tx, { action: 'canvas.revised', subjectKind: 'canvas', subjectId: id, householdId: canvas.householdId });
    });
  }

  private async requireRegisseur(tx: Transaction, householdId: string): Promise<void> {
    const { actor } = tx;
    const found = await tx.query(
      `SELECT FROM household_access WHERE household_id = $1 AND user_id = $2 AND reason IN ('regisseur', 'substitute') LIMIT 1`,
      [householdId, actor.userId],
    );
    assertAllowed(mayWriteCanvas(actor, { municipalityId: actor.municipalityId, actorIsRegisseur: found.length > 0 }), 'canvas.write');
  }
}
