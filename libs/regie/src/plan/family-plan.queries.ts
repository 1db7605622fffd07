import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed } from '#kernel';
import { householdNotFound } from '#households';
import { Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { mayEditPlan } from '../domain/index.js';
import { familyPlan, VERSION } from './family-plan.sql.js';
import { type FamilyPlanRow, type FamilyPlanView, familyPlanView, relationOf } from './family-plan.view.js';
import { planPdf } from './plan.pdf.js';
import { type PlanVersionView, type VersionRow, versionView } from './plan-version.view.js';

const PLAN = { name: 'family-plan', text: familyPlan('plan.read') };
const PAPER = { name: 'family-plan-paper', text: familyPlan('plan.exported') };
const VERSIONS = {
  name: 'family-plan-versions',
  text: `WITH family AS (SELECT h.id, h.municipality_id FROM household h WHERE h.id = $1 AND (EXISTS (SELECT FROM household_access x WHERE x.household_id = h.id AND x.user_id = $2)
      OR access.has_role('team-lead') AND access.scaled_up_in_my_team(h.id))),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT municipality_id, $2, access.organisation(), 'plan.versions-read', 'household', id, id, $5 FROM family)
    SELECT f.id, coalesce((SELECT jsonb_agg(one.version ORDER BY one.number DESC) FROM (
      SELECT v.number, ${VERSION} AS version FROM plan_version v WHERE v.household_id = f.id AND v.number < $3 ORDER BY v.number DESC LIMIT $4) one), '[]') AS versions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', concat_ws(' ', m.first_name, m.infix, m.last_name))) FROM household_member m WHERE m.household_id = f.id), '[]') AS people
    FROM family f`,
};

const NEWEST = 2_147_483_647;
const isNumber = (value: unknown): boolean => Number.isInteger(value);

/** The plan of a family, to read and to take along. */
@Injectable()
export class FamilyPlanQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, householdId: string): Promise<FamilyPlanView> {
    return familyPlanView(await this.read(actor, PLAN, householdId), actor, this.clock.today());
  }

  /** One page for the family; whoever writes the plan hands it over. */
  async onPaper(actor: Actor, householdId: string): Promise<Buffer> {
    const row = await this.read(actor, PAPER, householdId);
    assertAllowed(mayEditPlan(actor, relationOf(row, actor)), 'plan.export');
    return planPdf(row, this.clock.now());
  }

  /** What the family agreed to, newest first, with what changed each time. */
  async versions(actor: Actor, householdId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<PlanVersionView>> {
    const before = decodeCursor(cursor, [isNumber])?.[0] ?? NEWEST;
    // The one more that is asked is also what the last of this page is compared with.
    const [row] = await this.work.read<{ versions: VersionRow[]; people: { id: string; name: string }[] }>(actor, VERSIONS, [householdId, actor.userId, before, limit + 1, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    const page = toPage(row.versions, limit, (last) => [last.number]);
    return { ...page, items: page.items.map((version, at) => versionView(version, row.versions[at + 1] ?? null, row.people)) };
  }

  private async read(actor: Actor, statement: typeof PLAN, householdId: string): Promise<FamilyPlanRow> {
    const [row] = await this.work.read<FamilyPlanRow>(actor, statement, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row;
  }
}
