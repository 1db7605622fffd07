import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed } from '#kernel';
import { householdNotFound } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { BASIS_JSON, type BasisRow, type BasisView, basisView } from './basis-view.js';
import { mayRecordBasis, type SharingDecision } from './domain/index.js';
import { askGate, basisRelation, requireInvolved, SHARING_FACTS, type SharingFacts, type ShareWish } from './sharing-facts.js';

/** The line in the audit that goes with reading the rows of `facts`; `actor` and `request` are numbers of parameters. */
const seen = (action: string, actor: string, request: string): string => `
  seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
    SELECT f."municipalityId", ${actor}, access.organisation(), '${action}', 'household', f."householdId", f."householdId", ${request} FROM facts f)`;

const PREVIEW = { name: 'sharing-preview', text: `WITH facts AS (${SHARING_FACTS}), ${seen('sharing.previewed', '$3', '$4')} SELECT * FROM facts` };

const BASES = {
  name: 'legal-bases-of-household',
  text: `WITH facts AS (
      SELECT h.id AS "householdId", h.municipality_id AS "municipalityId",
        coalesce((SELECT jsonb_agg(${BASIS_JSON} ORDER BY b.id DESC) FROM legal_basis b WHERE b.household_id = h.id), '[]') AS bases
      FROM household h WHERE h.id = $1 AND EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2)
    ), ${seen('legal-basis.listed', '$2', '$3')} SELECT * FROM facts`,
};

/** Who sees what of this family, and why. */
@Injectable()
export class SharingQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What an organisation would see, before anything is sent. */
  async preview(actor: Actor, householdId: string, toOrganisationId: string, wishes: readonly ShareWish[]): Promise<SharingDecision> {
    const values = [householdId, toOrganisationId, actor.userId, actor.requestId ?? null];
    const [row] = await this.work.read<SharingFacts>(actor, PREVIEW, values);
    const facts = requireInvolved(row);
    assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'sharing.preview');
    return askGate(facts, wishes, this.clock.today());
  }

  /** All bases of a household, newest first, each with what it means today. */
  async listBases(actor: Actor, householdId: string): Promise<BasisView[]> {
    const [row] = await this.work.read<{ bases: BasisRow[] }>(actor, BASES, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row.bases.map((basis) => basisView(basis, this.clock.today()));
  }
}
