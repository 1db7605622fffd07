import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/** Destruction walks every foreign key of a family, and PostgreSQL looks along it once more for each row that goes (decision 17). */
const WALKED: readonly (readonly [name: string, table: string, column: string])[] = [
  ['basis_of_any_state', 'legal_basis', 'member_id'],
  ['referral_share_of_household', 'referral_share', 'household_id'],
  ['referral_share_of_member', 'referral_share', 'member_id'],
  ['referral_event_of_household', 'referral_event', 'household_id'],
  ['fund_request_of_canvas', 'fund_request', 'canvas_id'],
  ['suspension_of_household', 'fund_suspension', 'household_id'],
  ['conflict_of_household', 'fund_conflict', 'household_id'],
  ['advice_of_household', 'committee_advice', 'household_id'],
  ['decision_of_household', 'fund_decision', 'household_id'],
  ['fund_event_of_household', 'fund_request_event', 'household_id'],
  ['release_of_any_state', 'secrecy_release', 'member_id'],
  ['help_of_any_state', 'help_agreement', 'member_id'],
  ['authority_of_adult', 'parental_authority', 'adult_id'],
  ['meeting_share_of_member', 'meeting_share', 'member_id'],
  ['meeting_share_by_basis', 'meeting_share', 'legal_basis_id'],
  ['legal_hold_also_lifted', 'legal_hold', 'household_id'],
];

export class Indexes1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [name, table, column] of WALKED) await db.query(`CREATE INDEX ${name} ON ${table} (${column})`);
  }

  down = onlyForward;
}
