import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate, localDateOf } from '#kernel';
import { MEMBER_ROLES } from '#households';
import { Clock, UnitOfWork, writeCsv } from '#platform';
import { basesOf, type SharedMember, sharedMembers, type SharedRow } from '#privacy';
import { REFERRAL_STATES } from './domain/index.js';
import { gateOf, type SharedCategory, SHARES } from './referral-sharing.js';
import { mayReadTexts, referralSummary, type ReferralSummaryRow, SUMMARY_COLUMNS } from './referral-summary.js';

interface ExportRow extends ReferralSummaryRow {
  readonly shares: readonly SharedCategory[];
  readonly shared: readonly SharedRow[];
}

const COLUMNS = ['Zaaknummer', 'Van', 'Vraag', 'Stand', 'Dringend', 'Gevraagd op', 'Antwoord voor', 'Eerste contact voor',
  'Naam', 'Plek in het gezin', 'Geboortedatum', 'Telefoon', 'E-mail', 'Adres', 'Beschermd adres', 'Op grond van', 'Tot'];

// One statement: all referrals of the box, what the door shows of them today, and a line in the audit for each that showed somebody.
const EXPORT = {
  name: 'referrals-export',
  text: `WITH box AS (
      SELECT ${SUMMARY_COLUMNS}, r.municipality_id, ${SHARES} AS shares FROM referral r
      WHERE r.to_organisation_id = access.organisation() AND r.municipality_id = access.municipality() AND r.state <> 'draft'
    ), shown AS MATERIALIZED (
      SELECT referral_id, jsonb_agg(to_jsonb(x) - 'referral_id') AS shared FROM access.shared_with_my_organisation($2::date) x GROUP BY referral_id
    ), seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT box.municipality_id, $1, access.organisation(), 'referral.exported', 'referral', box.id, box."householdId",
        jsonb_build_object('state', box.state, 'shown', (SELECT jsonb_object_agg(s.member_id, s.categories) FROM (
          SELECT x->>'member_id' AS member_id, jsonb_agg(DISTINCT x->'category') AS categories FROM jsonb_array_elements(shown.shared) x GROUP BY 1) s)), $3
      FROM box JOIN shown ON shown.referral_id = box.id
    ), made AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, details, request_id)
      SELECT access.municipality(), $1, access.organisation(), 'referral.list-exported', 'organisation', access.organisation(),
        jsonb_build_object('referrals', (SELECT count(*) FROM box)), $3
    )
    SELECT box.*, coalesce(shown.shared, '[]') AS shared FROM box LEFT JOIN shown ON shown.referral_id = box.id ORDER BY box.id DESC`,
};

/** Received referrals as a table for the partner's own administration. */
@Injectable()
export class ReferralExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** CSV with a row per person who is shared now. What no basis opens today is an empty cell; a BSN has no column. */
  async csv(actor: Actor): Promise<string> {
    const today = this.clock.today();
    const rows = await this.work.read<ExportRow>(actor, EXPORT, [actor.userId, today, actor.requestId ?? null]);
    return writeCsv(COLUMNS, rows.flatMap((row) => linesOf(row, today)));
  }
}

function linesOf(row: ExportRow, today: LocalDate): string[][] {
  const { caseNumber, fromOrganisation, question, state, threatening, requestedAt, answerBy, firstContactBy } = referralSummary(row, 'receiver', today);
  const head = [caseNumber, fromOrganisation.name, question, REFERRAL_STATES[state], threatening ? 'ja' : 'nee', requestedAt ? localDateOf(new Date(requestedAt)) : '', answerBy ?? '', firstContactBy ?? ''];
  const { covered } = gateOf(row.toOrganisation, row.shares, basesOf(row.shared, row.toOrganisation.id), today);
  const members = mayReadTexts('receiver', state) ? sharedMembers(row.shared, covered) : [];
  // A referral in which nobody is shown any more is still one of theirs.
  return members.length > 0 ? members.map((member) => [...head, ...cellsOf(member)]) : [[...head, ...cellsOf()]];
}

function cellsOf({ name, role, birthDate, phone, email, address, protectedAddress, basis, until }: Partial<SharedMember> = {}): string[] {
  const warning = protectedAddress === undefined ? '' : protectedAddress ? 'ja, geef het niet door' : 'nee';
  return [name ?? '', role ? MEMBER_ROLES[role] : '', birthDate ?? '', phone ?? '', email ?? '', address ?? '', warning, basis ?? '', until ?? ''];
}
