import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError } from '#kernel';
import { type BsnStanding, bsnSettings, maySeeBsn, type OrganisationKind } from '#organisations';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { alertHour, mayLookOnceMore } from '../domain/bsn/index.js';

interface Facts {
  readonly kind: OrganisationKind;
  readonly publicBody: boolean;
  readonly settings: unknown;
  readonly looks: number;
}

const FACTS = `SELECT o.kind, o.public_body AS "publicBody", m.settings,
    (SELECT count(*) FROM bsn_look l WHERE l.user_id = $3 AND l.at > clock_timestamp() - interval '1 hour') AS looks
  FROM organisation o CROSS JOIN municipality m WHERE o.id = $1 AND m.id = $2`;

const tooOften = (): DomainError =>
  new DomainError('bsn.too-often', 'Je hebt dit uur al vaak een BSN bekeken of gezocht. Probeer het later. De privacyfunctionaris krijgt een bericht.', { kind: 'refused' });

/** What every look at a BSN has in common: the right, the limit per hour, and no copy of the answer. */
@Injectable()
export class BsnLook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Throws `forbidden` without the right and `refused` above the limit. The alert must stand although the look does not, so
   * the refusal is thrown after its transaction. Without the retry key: that would keep the number beside the key.
   */
  async run<T>(actor: Actor, look: (tx: Transaction) => Promise<T>): Promise<T> {
    const outcome = await this.work.run({ ...actor, retry: undefined }, async (tx) => {
      const { looks, standing, limit } = await this.standingOf(tx);
      assertAllowed(maySeeBsn(standing), 'bsn.see');
      if (mayLookOnceMore(looks, limit)) return { seen: await look(tx) };
      await this.alert(tx);
      return undefined;
    });
    if (!outcome) throw tooOften();
    return outcome.seen;
  }

  private async standingOf(tx: Transaction): Promise<{ looks: number; standing: BsnStanding; limit: number }> {
    const { userId, organisationId, municipalityId, roles } = tx.actor;
    // One at a time per person: two looks at the same moment must not both be the last one.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('naast-bsn-look'), hashtext($1))`, [userId]);
    const [facts] = await tx.query<Facts>(FACTS, [organisationId, municipalityId, userId]);
    if (!facts) throw new Error('the organisation of the actor is gone');
    const { mandatedOrganisations, looksPerHour } = bsnSettings(facts.settings);
    const { kind, publicBody, looks } = facts;
    return { looks, standing: { roles, kind, publicBody, mandated: mandatedOrganisations.includes(organisationId) }, limit: looksPerHour };
  }

  private async alert(tx: Transaction): Promise<void> {
    const { userId } = tx.actor;
    const hour = alertHour(tx.now);
    await this.audit.record(tx, { action: 'bsn.refused-too-often', subjectKind: 'user', subjectId: userId });
    await this.outbox.add(tx, { kind: 'bsn.too-often', payload: { userId, hour }, dedupeKey: `bsn.too-often:${userId}:${hour}` });
  }
}
