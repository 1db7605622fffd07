import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, newId } from '#kernel';
import { Audit, BsnVault, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { blacken, type ExportState, mayHandleRequest, occursIn, transitionExport } from '../domain/rights/index.js';
import { type HeldRequest, holdRequest } from './rights-request.row.js';

refuseOnConstraint('one_running_export', 'rights-export.running', 'Er wordt al een overzicht gemaakt bij dit verzoek.');

/** What the officer decided about one text. */
export interface TextChoice {
  readonly id: string;
  readonly included: boolean;
  /** Words that are about somebody else. */
  readonly blacken: readonly string[];
}

interface HeldText {
  readonly id: string;
  readonly original: Buffer;
}

const EXPORTABLE = ['in-progress', 'granted', 'partly-granted'];
/** An export that nobody looks through is thrown away too (ours). */
const REVIEW_DAYS = 30;

/** The file for the person who asked: started and looked through by the privacy officer, made by the worker. */
@Injectable()
export class RightsExportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly vault: BsnVault,
  ) {}

  /** The worker first puts the texts ready to look through. Throws `conflict` while one is being made. */
  start(actor: Actor, requestId: string): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const request = await this.hold(tx, actor, requestId);
      if (request.kind !== 'access' && request.kind !== 'portability') throw wrongKind();
      if (!EXPORTABLE.includes(request.state)) throw notNow();
      const id = newId();
      const expiresAt = new Date(tx.now.getTime() + REVIEW_DAYS * 86_400_000);
      await tx.query(
        `INSERT INTO rights_export (id, rights_request_id, household_id, municipality_id, state, requested_by, requested_at, expires_at) VALUES ($1, $2, $3, $4, 'collecting', $5, $6, $7)`,
        [id, requestId, request.householdId, request.municipalityId, actor.userId, tx.now, expiresAt],
      );
      await this.outbox.add(tx, { kind: 'rights-export.collect', payload: { exportId: id } });
      await this.outbox.add(tx, { kind: 'rights-export.expire', payload: { exportId: id }, runAt: expiresAt, dedupeKey: `rights-export.expire:${id}:review` });
      await this.note(tx, request, 'started');
      return { id };
    });
  }

  /** Every text decided, and the officer says so: from here the worker makes the files. */
  check(actor: Actor, requestId: string, input: { checkedForOthers: boolean; texts: readonly TextChoice[] }, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const request = await this.hold(tx, actor, requestId);
      const [made] = await tx.query<{ id: string; state: ExportState; version: number }>(
        'SELECT id, state, version FROM rights_export WHERE rights_request_id = $1 ORDER BY id DESC LIMIT 1 FOR UPDATE', [requestId]);
      if (!made) throw noExport();
      if (made.version !== version) throw stale();
      const texts = await tx.query<HeldText>('SELECT id, original_sealed AS original FROM rights_export_text WHERE rights_export_id = $1', [made.id]);
      const chosen = new Map(input.texts.map((choice) => [choice.id, choice]));
      const openTexts = texts.filter(({ id }) => !chosen.has(id)).length;
      const state = transitionExport(made.state, 'check', { checkedForOthers: input.checkedForOthers, openTexts });
      for (const text of texts) await this.decide(tx, text, chosen.get(text.id));
      await tx.query('UPDATE rights_export SET state = $2, checked_by = $3, checked_at = $4, version = version + 1 WHERE id = $1', [made.id, state, actor.userId, tx.now]);
      await this.outbox.add(tx, { kind: 'rights-export.make', payload: { exportId: made.id } });
      await this.note(tx, request, 'checked', { texts: texts.length, included: input.texts.filter(({ included }) => included).length });
    });
  }

  private async decide(tx: Transaction, { id, original }: HeldText, choice: TextChoice | undefined): Promise<void> {
    if (!choice) return;
    const text = this.vault.open(original);
    const unknown = choice.blacken.find((phrase) => !occursIn(text, phrase));
    if (unknown !== undefined) throw notInText();
    const shown = choice.included ? this.vault.seal(blacken(text, choice.blacken)).sealed : null;
    await tx.query('UPDATE rights_export_text SET included = $2, shown_sealed = $3, decided_by = $4 WHERE id = $1', [id, choice.included, shown, tx.actor.userId]);
  }

  private async hold(tx: Transaction, actor: Actor, id: string): Promise<HeldRequest> {
    const request = await holdRequest(tx, id);
    assertAllowed(mayHandleRequest(actor, { municipalityId: request.municipalityId, actorWorksOnIt: false }), 'rights-export.handle');
    return request;
  }

  private note(tx: Transaction, { id, householdId, memberId }: HeldRequest, what: string, details: Record<string, number> = {}): Promise<void> {
    return this.audit.record(tx, { action: `rights-export.${what}`, subjectKind: 'rights-request', subjectId: id, householdId, details: { memberId, ...details } });
  }
}

const conflict = (code: string, message: string) => (): DomainError => new DomainError(`rights-export.${code}`, message, { kind: 'conflict' });
const wrongKind = conflict('kind', 'Een overzicht hoort bij een verzoek om inzage of om gegevens mee te nemen.');
const notNow = conflict('state', 'Een overzicht maak je als je weet wie het vraagt, en tot het verzoek is afgerond.');
const noExport = (): DomainError => new DomainError('rights-export.not-found', 'Er is nog geen overzicht bij dit verzoek.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('rights-export.stale', 'Dit overzicht is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });
const notInText = (): DomainError =>
  new DomainError('rights-export.phrase', 'Een woord dat je zwart wilt maken, staat niet in de tekst.', {
    kind: 'invalid', fields: [{ name: 'texts', message: 'Een woord dat je zwart wilt maken, staat niet in de tekst.' }],
  });
