import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { householdNotFound, type RepresentativeKind, representativeText } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { type Authority, type BasisRule, WHOSE_YES, type WhoseYes, whoseYes } from '../domain/index.js';
import { RULE_COLUMNS } from './record-facts.js';
import { HELP_JSON, type HelpRow, type HelpView, helpView, RELEASE_JSON, type ReleaseRow, type ReleaseView, releaseView } from './record-views.js';

const seen = (action: string): string => `
  seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
    SELECT f."municipalityId", $2, access.organisation(), '${action}', 'household', f."householdId", f."householdId", $3 FROM facts f)`;

const listOf = (name: string, action: string, items: string) => ({
  name,
  text: `WITH facts AS (
      SELECT h.id AS "householdId", h.municipality_id AS "municipalityId", ${items}
      FROM household h WHERE h.id = $1 AND EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2)
    ), ${seen(action)} SELECT * FROM facts`,
});

const RELEASES = listOf('secrecy-releases-of-household', 'secrecy-release.listed',
  `coalesce((SELECT jsonb_agg(${RELEASE_JSON} ORDER BY y.id DESC) FROM secrecy_release y WHERE y.household_id = h.id), '[]') AS items`);

const HELP = listOf('help-agreements-of-household', 'help-agreement.listed', `
  coalesce((SELECT jsonb_agg(${HELP_JSON} ORDER BY a.id DESC) FROM help_agreement a WHERE a.household_id = h.id), '[]') AS items,
  coalesce((SELECT jsonb_agg(jsonb_build_object('childId', p.child_id, 'adultId', p.adult_id, 'hasAuthority', p.has_authority))
    FROM parental_authority p WHERE p.household_id = h.id), '[]') AS authority,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'birthDate', m.birth_date) ORDER BY m.birth_date) FROM household_member m WHERE m.household_id = h.id AND m.left_on IS NULL), '[]') AS members,
  coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', r.member_id, 'kind', r.kind, 'name', r.name, 'organisation', r.organisation) ORDER BY r.since, r.id)
    FROM legal_representative r WHERE r.household_id = h.id AND r.since <= $4 AND (r.until IS NULL OR r.until > $4)), '[]') AS representatives`);

const CATALOGUE = {
  name: 'basis-catalogue',
  text: `SELECT ${RULE_COLUMNS}, c.version, c.switched_at AS "switchedAt", c.switch_reason AS "switchReason",
      (SELECT u.name FROM app_user u WHERE u.id = c.switched_by) AS "switchedBy"
    FROM basis_rule c ORDER BY c.enabled DESC, c.type = 'consent', c.law, c.article`,
};

export interface CatalogueEntry extends BasisRule {
  readonly version: number;
  readonly switchedAt: Date | null;
  readonly switchedBy: string | null;
  readonly switchReason: string | null;
}

/** For each person who has to say yes, per kind of record. */
export interface WhoDecides {
  readonly memberId: string;
  readonly help: WhoseYes;
  readonly consent: WhoseYes;
  readonly helpText: string;
  readonly consentText: string;
}

export interface HelpList {
  readonly items: HelpView[];
  readonly whoDecides: WhoDecides[];
  readonly authority: Authority[];
  /** Who acts by law for whom today: to be asked beside, or in place of, the person. */
  readonly representatives: ActsFor[];
}

export interface ActsFor {
  readonly memberId: string;
  readonly kind: RepresentativeKind;
  readonly name: string;
  readonly organisation: string | null;
}

/** The records of a family beside the bases, and the catalogue that the bases come from. */
@Injectable()
export class RecordsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async listReleases(actor: Actor, householdId: string): Promise<ReleaseView[]> {
    const [row] = await this.work.read<{ items: ReleaseRow[] }>(actor, RELEASES, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row.items.map((release) => releaseView(release, this.clock.today()));
  }

  async listHelp(actor: Actor, householdId: string): Promise<HelpList> {
    const today = this.clock.today();
    const [row] = await this.work.read<HelpRows>(actor, HELP, [householdId, actor.userId, actor.requestId ?? null, today]);
    if (!row) throw householdNotFound();
    const whoDecides = row.members.map(({ id: memberId, birthDate }) => {
      const [help, consent] = [whoseYes('help-agreement', birthDate, today), whoseYes('legal-basis', birthDate, today)];
      const acting = row.representatives.filter((one) => one.memberId === memberId).map((one) => ` ${representativeText(one)}`).join('');
      return { memberId, help, consent, helpText: WHOSE_YES[help] + acting, consentText: WHOSE_YES[consent] + acting };
    });
    return { items: row.items.map(helpView), whoDecides, authority: row.authority, representatives: row.representatives };
  }

  /** The catalogue of the actor's municipality. */
  catalogue(actor: Actor): Promise<CatalogueEntry[]> {
    return this.work.read<CatalogueEntry>(actor, CATALOGUE);
  }
}

interface HelpRows {
  readonly items: HelpRow[];
  readonly authority: Authority[];
  readonly representatives: ActsFor[];
  readonly members: { readonly id: string; readonly birthDate: Parameters<typeof whoseYes>[1] }[];
}
