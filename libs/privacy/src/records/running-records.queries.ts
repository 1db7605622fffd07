import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import { displayName, type PersonName } from '#households';
import { Clock, UnitOfWork } from '#platform';
import type { BasisType } from '../domain/index.js';

export const RUNNING_KINDS = ['legal-basis', 'secrecy-release', 'help-agreement'] as const;

/** One record that can still be withdrawn: enough to know which one is meant, and no more. */
export interface RunningRecord {
  readonly kind: (typeof RUNNING_KINDS)[number];
  readonly id: string;
  readonly householdId: string;
  readonly memberName: string;
  readonly about: string;
  /** Only of a legal basis: the resident can take back consent; a task of the municipality ends for other reasons. */
  readonly basisType: BasisType | null;
  readonly toOrganisation: string | null;
  readonly validUntil: LocalDate | null;
}

type Row = Omit<RunningRecord, 'memberName'> & { readonly person: PersonName };

const ORGANISATION = (record: string): string => `(SELECT o.name FROM organisation o WHERE o.id = ${record}.to_organisation_id)`;

// Found by the number of the case, as in a request about data: the privacy officer is in no dossier and searches nobody by name.
const OF_CASE = {
  name: 'running-records-of-case',
  text: `WITH people AS MATERIALIZED (SELECT * FROM access.people_of_case($1)),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT DISTINCT access.municipality(), access.user_id(), access.organisation(), 'rights-request.records-read', 'household', p.household_id, p.household_id, $3::text FROM people p),
    running AS (
      SELECT 1 AS sort, 'legal-basis' AS kind, b.id, b.member_id, b.purpose AS about, b.type, ${ORGANISATION('b')} AS organisation, b.valid_until
        FROM legal_basis b WHERE b.household_id IN (SELECT household_id FROM people) AND b.state IN ('proposed', 'active') AND b.valid_until > $2::date
      UNION ALL
      SELECT 2, 'secrecy-release', y.id, y.member_id, y.professional || ', ' || y.released_organisation, NULL, ${ORGANISATION('y')}, y.valid_until
        FROM secrecy_release y WHERE y.household_id IN (SELECT household_id FROM people) AND y.state IN ('proposed', 'active') AND y.valid_until > $2::date
      UNION ALL
      SELECT 3, 'help-agreement', a.id, a.member_id, a.help, NULL, NULL, NULL
        FROM help_agreement a WHERE a.household_id IN (SELECT household_id FROM people) AND a.state IN ('proposed', 'active'))
    SELECT r.kind, r.id, p.household_id AS "householdId", r.about, r.type AS "basisType", r.organisation AS "toOrganisation", r.valid_until AS "validUntil",
      jsonb_build_object('firstName', p.first_name, 'infix', p.infix, 'lastName', p.last_name) AS person
    FROM running r JOIN people p ON p.member_id = r.member_id ORDER BY p.birth_date, p.member_id, r.sort, r.id`,
};

/** What runs for the people of a case, for the privacy officer whom a resident asks to end it (AVG 7(3)). */
@Injectable()
export class RunningRecordsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Empty for a number that is not there, that is of another municipality, or of which nothing runs. */
  async ofCase(actor: Actor, caseNumber: string): Promise<RunningRecord[]> {
    const rows = await this.work.read<Row>(actor, OF_CASE, [caseNumber, this.clock.today(), actor.requestId ?? null]);
    return rows.map(({ person, ...row }) => ({ ...row, memberName: displayName(person) }));
  }
}
