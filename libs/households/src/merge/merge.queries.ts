import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { displayName, isLikelyDuplicate, type HouseholdState, likenessReasons, likenessScore, type Likeness, type MemberRole, type MergeSide, whatToDoFirst } from '../domain/index.js';
import { householdNotFound } from '../household-story.service.js';

export interface FamilyHead {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly state: HouseholdState;
}

export interface Candidate extends FamilyHead {
  readonly score: number;
  readonly reasons: string[];
}

export interface PastMerge {
  readonly id: string;
  readonly mergedCaseNumber: string;
  readonly mergedBy: string;
  readonly mergedAt: string;
  readonly undoUntil: LocalDate;
  readonly undoneAt: string | null;
  readonly allowedActions: string[];
}

export interface MergesOfFamily {
  readonly household: FamilyHead & { readonly version: number };
  readonly candidates: Candidate[];
  readonly merges: PastMerge[];
  /** What happened in the dossiers that went up in this one, the newest first. */
  readonly story: { readonly caseNumber: string; readonly at: string; readonly text: string; readonly by: string }[];
  /** What was shared about them there: look whether it must be asked anew. */
  readonly bases: { readonly memberName: string; readonly type: string; readonly purpose: string; readonly organisation: string }[];
}

/** One of the two beside each other. Without content for who sees only that the family is there. */
export interface SideView extends FamilyHead {
  readonly version: number;
  readonly urgency: string;
  readonly reportedOn: LocalDate;
  readonly memberCount: number;
  readonly note: string | null;
  readonly address: string | null;
  readonly hasContent: boolean;
  readonly members: { readonly id: string; readonly name: string; readonly role: MemberRole; readonly birthDate: LocalDate }[];
  /** What must be done first before this one can go up in the other. */
  readonly first: string[];
}

interface CompareRow {
  readonly sides: (Omit<SideView, 'members' | 'first' | 'address'> & {
    readonly postcode: string | null; readonly houseNumber: string | null; readonly suffix: string | null; readonly city: string | null; readonly hidden: boolean;
    readonly members: { id: string; role: MemberRole; firstName: string; infix: string | null; lastName: string; birthDate: LocalDate }[];
  })[];
  readonly facts: MergeSide[];
  readonly same: { readonly memberId: string; readonly sameAs: string }[];
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const AUDIT = (from: string): string => `INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
  SELECT access.municipality(), access.user_id(), access.organisation(), 'household.merges-read', 'household', id, id, $2 FROM ${from}`;

const OF_FAMILY = {
  name: 'household-merges',
  text: `WITH family AS MATERIALIZED (SELECT h.id, h.case_number, h.name, h.state, h.version FROM household h WHERE h.id = $1
      AND (access.works_in(h.id) OR (access.has_role('team-lead') AND access.of_my_team(h.id)))),
    noted AS (${AUDIT('family')})
    SELECT json_build_object('id', f.id, 'caseNumber', f.case_number, 'name', f.name, 'state', f.state, 'version', f.version) AS household,
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'caseNumber', d.case_number, 'name', d.name, 'state', d.state, 'samePeople', d.same_people,
        'sameBirthDates', d.same_birth_dates, 'sameAddress', d.same_address, 'sameName', d.same_name)), '[]') FROM access.likely_duplicates(f.id) d) AS candidates,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'mergedCaseNumber', access.merged_case_number(m.id), 'mergedBy', u.name, 'mergedAt', ${iso('m.merged_at')},
        'undoUntil', m.undo_until, 'undoneAt', ${iso('m.undone_at')}, 'mayUndo', m.undone_at IS NULL AND m.undo_until >= $3::date AND access.may_undo_merge(m.id))
        ORDER BY m.merged_at DESC), '[]') FROM household_merge m JOIN app_user u ON u.id = m.merged_by WHERE m.household_id = f.id) AS merges,
      (SELECT coalesce(json_agg(json_build_object('caseNumber', s.case_number, 'at', ${iso('s.at')}, 'text', s.text, 'by', s.by_name)), '[]')
        FROM access.story_before_merge(f.id, 50) s) AS story,
      (SELECT coalesce(json_agg(json_build_object('memberName', b.first_name, 'type', b.type, 'purpose', b.purpose, 'organisation', b.organisation)), '[]')
        FROM access.bases_before_merge(f.id) b) AS bases
    FROM family f`,
};

// A protected address is for who is closest, as in the dossier.
const COMPARE = {
  name: 'household-merge-comparison',
  text: `WITH facts AS MATERIALIZED (SELECT * FROM access.stand_to_merge(ARRAY[$1, $3]::uuid[])),
    family AS MATERIALIZED (SELECT h.*, f.works, (SELECT coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix,
        'lastName', m.last_name, 'birthDate', m.birth_date) ORDER BY m.birth_date, m.id), '[]') FROM household_member m WHERE m.household_id = h.id AND m.left_on IS NULL) AS people
      FROM facts f JOIN household h ON h.id = f.id WHERE (SELECT count(*) FROM facts) = 2),
    noted AS (${AUDIT('family')})
    SELECT (SELECT json_agg(json_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name, 'state', h.state, 'version', h.version, 'urgency', h.urgency,
        'reportedOn', h.reported_on, 'memberCount', h.member_count, 'hasContent', h.works, 'note', CASE WHEN h.works THEN h.note END,
        'postcode', CASE WHEN h.works THEN h.postcode END, 'houseNumber', h.house_number, 'suffix', h.house_number_suffix, 'city', h.city,
        'hidden', h.protected_address AND NOT EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = access.user_id()
          AND a.reason IN ('regisseur', 'substitute')),
        'members', CASE WHEN h.works THEN h.people ELSE '[]'::json END)) FROM family h) AS sides,
      (SELECT json_agg(json_build_object('id', f.id, 'hasRegisseur', f.has_regisseur, 'openReferrals', f.open_referrals, 'openFundRequests', f.open_fund_requests,
        'plannedMeetings', f.planned_meetings)) FROM facts f) AS facts,
      (SELECT coalesce(json_agg(json_build_object('memberId', p.member_id, 'sameAs', p.same_as)), '[]') FROM access.same_people($1, $3) p) AS same
    WHERE EXISTS (SELECT FROM family)`,
};

/** What a person needs to see before two dossiers become one, and what became of it. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for a family of others. */
  async ofFamily(actor: Actor, householdId: string): Promise<MergesOfFamily> {
    type Row = Omit<MergesOfFamily, 'candidates' | 'merges'> & { candidates: (FamilyHead & Likeness)[]; merges: (Omit<PastMerge, 'allowedActions'> & { mayUndo: boolean })[] };
    const [row] = await this.work.read<Row>(actor, OF_FAMILY, [householdId, actor.requestId ?? null, this.clock.today()]);
    if (!row) throw householdNotFound();
    return {
      ...row,
      candidates: row.candidates.filter(isLikelyDuplicate).map(toCandidate).sort((a, b) => b.score - a.score).slice(0, 10),
      merges: row.merges.map(({ mayUndo, ...merge }) => ({ ...merge, allowedActions: mayUndo ? ['undo-merge'] : [] })),
    };
  }

  /** The dossier that goes on and the one that goes up, side by side. */
  async compare(actor: Actor, survivorId: string, mergedId: string): Promise<{ survivor: SideView; merged: SideView; same: CompareRow['same'] }> {
    const [row] = await this.work.read<CompareRow>(actor, COMPARE, [survivorId, actor.requestId ?? null, mergedId]);
    const [survivor, merged] = [survivorId, mergedId].map((id) => row?.sides.find((side) => side.id === id));
    if (!row || !survivor || !merged) throw householdNotFound();
    return { survivor: toSide(survivor, row.facts), merged: toSide(merged, row.facts), same: row.same };
  }
}

const toCandidate = ({ id, caseNumber, name, state, ...likeness }: FamilyHead & Likeness): Candidate =>
  ({ id, caseNumber, name, state, score: likenessScore(likeness), reasons: likenessReasons(likeness) });

function toSide({ postcode, houseNumber, suffix, city, hidden, members, ...side }: CompareRow['sides'][number], facts: readonly MergeSide[]): SideView {
  const own = facts.find(({ id }) => id === side.id);
  return {
    ...side,
    address: hidden || !postcode ? null : [postcode, [houseNumber, suffix].filter(Boolean).join(''), city].filter(Boolean).join(' '),
    members: members.map(({ id, role, birthDate, ...name }) => ({ id, role, birthDate, name: displayName(name) })),
    first: own ? whatToDoFirst(own).map(({ message }) => message) : [],
  };
}
