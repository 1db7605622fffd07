import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';

export interface Me {
  readonly user: { id: string; name: string };
  readonly organisation: { id: string; name: string };
  readonly municipality: { id: string; name: string };
  readonly unreadCount: number;
  readonly maySeeBsn: boolean;
}

const ME = {
  name: 'me',
  text: `SELECT jsonb_build_object('id', u.id, 'name', u.name) AS "user",
           jsonb_build_object('id', o.id, 'name', o.name) AS organisation,
           jsonb_build_object('id', m.id, 'name', m.name) AS municipality,
           (SELECT count(*) FROM inbox_item i WHERE i.user_id = u.id AND i.municipality_id = m.id AND i.read_at IS NULL) AS "unreadCount",
           access.may_see_bsn() AS "maySeeBsn"
         FROM app_user u JOIN organisation o ON o.id = u.organisation_id CROSS JOIN municipality m
         WHERE u.id = $1 AND m.id = $2`,
};

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly services: string | null;
}

const PARTNERS = {
  name: 'partners',
  text: `SELECT o.id, o.name, o.kind, o.services FROM organisation_municipality w JOIN organisation o ON o.id = w.organisation_id
         WHERE w.municipality_id = $1 AND w.takes_referrals ORDER BY o.name`,
};

const BY_KIND = { partner: PARTNERS };

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async getMe(actor: Actor): Promise<Me> {
    const [me] = await this.work.read<Me>(actor, ME, [actor.userId, actor.municipalityId]);
    if (!me) throw new Error('the signed-in user is gone');
    return me;
  }

  /** Organisations of one kind in this municipality; `partner` takes referrals. */
  list(actor: Actor, kind: keyof typeof BY_KIND): Promise<Partner[]> {
    return this.work.read<Partner>(actor, BY_KIND[kind], [actor.municipalityId]);
  }
}
