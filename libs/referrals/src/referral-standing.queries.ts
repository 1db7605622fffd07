import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { referralNotFound } from './held-referral.js';

/** Whether an open screen still shows what it may. Nothing of a person in it: two things to compare. */
export interface ReferralStanding {
  readonly version: number;
  /** Changes with everything that is opened or closed: a person, a category, a basis. */
  readonly opens: string;
}

// No line in the audit: nothing of anybody is shown. What the screen reads when this changes leaves its own.
const STANDING = {
  name: 'referral-standing',
  text: `SELECT r.version, coalesce((SELECT md5(string_agg(x.member_id || x.category || x.legal_basis_id, ',' ORDER BY x.member_id, x.category, x.legal_basis_id))
      FROM access.shared_with_me(r.id, $2::date) x), '') AS opens
    FROM referral r WHERE r.id = $1 AND (r.to_organisation_id = access.organisation() OR r.regisseur_id = $3
      OR EXISTS (SELECT FROM household_access a WHERE a.household_id = r.household_id AND a.user_id = $3 AND a.reason = 'substitute'))`,
};

/** What a screen asks again and again, so that a withdrawal also reaches who is looking. */
@Injectable()
export class ReferralStandingQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, id: string): Promise<ReferralStanding> {
    const [standing] = await this.work.read<ReferralStanding>(actor, STANDING, [id, this.clock.today(), actor.userId]);
    if (!standing) throw referralNotFound();
    return standing;
  }
}
