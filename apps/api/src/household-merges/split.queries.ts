import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { displayName, householdNotFound, type PersonName } from '#households';
import { UnitOfWork } from '#platform';
import type { SplitMemberResponse, SplitPreviewResponse } from './dto/split-preview.response.js';

interface Row {
  readonly household: SplitPreviewResponse['household'];
  readonly members: (Omit<SplitMemberResponse, 'name'> & PersonName)[];
}

const PREVIEW = {
  name: 'household-split-preview',
  text: `WITH family AS MATERIALIZED (SELECT * FROM household WHERE id = $1 AND access.works_in(id)),
    noted AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT access.municipality(), access.user_id(), access.organisation(), 'household.split-prepared', 'household', id, id, $2 FROM family)
    SELECT json_build_object('id', f.id, 'caseNumber', f.case_number, 'name', f.name, 'state', f.state, 'version', f.version) AS household,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name,
          'birthDate', m.birth_date, 'hasBsn', m.has_bsn, 'bases', (SELECT coalesce(json_agg(json_build_object('memberName', m.first_name, 'type', b.type,
            'purpose', b.purpose, 'organisation', o.name) ORDER BY b.id), '[]') FROM legal_basis b JOIN organisation o ON o.id = b.to_organisation_id
            WHERE b.member_id = m.id AND b.state = 'active')) ORDER BY m.birth_date, m.id), '[]')
        FROM household_member m WHERE m.household_id = f.id AND m.left_on IS NULL) AS members
    FROM family f`,
};

/** What somebody must see before a family is divided in two. */
@Injectable()
export class SplitQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Throws `not-found` without a task in the family. */
  async preview(actor: Actor, householdId: string): Promise<SplitPreviewResponse> {
    const [row] = await this.work.read<Row>(actor, PREVIEW, [householdId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return { ...row, members: row.members.map(({ firstName, infix, lastName, ...member }) => ({ ...member, name: displayName({ firstName, infix, lastName }) })) };
  }
}
