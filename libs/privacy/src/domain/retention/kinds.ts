import type { RetentionCode } from './rules.js';

/**
 * Where each table stands when its term is over. Every table of the database has a line here: a spec compares this list
 * with the database, so a new table without one fails. Room that adds a table: add its line.
 */
export type TableRetention =
  /** Goes with the family, in the same transaction. */
  | { readonly goes: 'with-household' }
  /** Goes by a rule of its own. */
  | { readonly goes: 'by-rule'; readonly rule: RetentionCode }
  /** The row stays, what points at the family is cut off. */
  | { readonly goes: 'unlinked'; readonly rule: RetentionCode; readonly why: string }
  /** Holds nobody's data, or only who works here. */
  | { readonly goes: 'stays'; readonly why: string };

const WITH_HOUSEHOLD: TableRetention = { goes: 'with-household' };
const byRule = (rule: RetentionCode): TableRetention => ({ goes: 'by-rule', rule });
const unlinked = (rule: RetentionCode, why: string): TableRetention => ({ goes: 'unlinked', rule, why });
const stays = (why: string): TableRetention => ({ goes: 'stays', why });

const SETUP = stays('inrichting van de gemeente, geen inwoners');
const STAFF = stays('medewerkers: gaat met hun account');

export const TABLE_RETENTION: Readonly<Record<string, TableRetention>> = {
  household: WITH_HOUSEHOLD,
  household_member: WITH_HOUSEHOLD,
  household_access: WITH_HOUSEHOLD,
  household_event: WITH_HOUSEHOLD,
  household_merge: WITH_HOUSEHOLD,
  regisseur_assignment: WITH_HOUSEHOLD,
  handover: WITH_HOUSEHOLD,
  legal_basis: WITH_HOUSEHOLD,
  referral: WITH_HOUSEHOLD,
  referral_share: WITH_HOUSEHOLD,
  referral_event: WITH_HOUSEHOLD,
  canvas: WITH_HOUSEHOLD,
  fund_request: WITH_HOUSEHOLD,
  fund_suspension: WITH_HOUSEHOLD,
  fund_conflict: WITH_HOUSEHOLD,
  committee_advice: WITH_HOUSEHOLD,
  fund_decision: WITH_HOUSEHOLD,
  fund_request_event: WITH_HOUSEHOLD,
  ledger_entry: unlinked('payment', 'de som van het fonds moet blijven kloppen'),
  reminder: WITH_HOUSEHOLD,
  legal_hold: WITH_HOUSEHOLD,
  break_glass: WITH_HOUSEHOLD,
  secrecy_release: WITH_HOUSEHOLD,
  help_agreement: WITH_HOUSEHOLD,
  parental_authority: WITH_HOUSEHOLD,
  birthday_review: WITH_HOUSEHOLD,
  past_address: WITH_HOUSEHOLD,
  legal_representative: WITH_HOUSEHOLD,
  network_person: WITH_HOUSEHOLD,
  coordination_meeting: WITH_HOUSEHOLD,
  meeting_invitation: WITH_HOUSEHOLD,
  meeting_share: WITH_HOUSEHOLD,
  meeting_point: WITH_HOUSEHOLD,
  meeting_decision: WITH_HOUSEHOLD,
  meeting_correction: WITH_HOUSEHOLD,
  contact_note: WITH_HOUSEHOLD,
  contact_note_version: WITH_HOUSEHOLD,
  // Mostly much sooner: when it became a note, with the task, and after the days of the municipality.
  contact_draft: WITH_HOUSEHOLD,
  case_review_family: WITH_HOUSEHOLD,
  resident_account: WITH_HOUSEHOLD,
  rights_request: WITH_HOUSEHOLD,
  member_history: WITH_HOUSEHOLD,
  score_round: WITH_HOUSEHOLD,
  score_line: WITH_HOUSEHOLD,
  life_event: WITH_HOUSEHOLD,
  life_event_item: WITH_HOUSEHOLD,
  waiting_period: WITH_HOUSEHOLD,
  urgency_change: WITH_HOUSEHOLD,
  waiting_contact: WITH_HOUSEHOLD,
  // Those that became no household go by 'early-signal'.
  early_signal_case: WITH_HOUSEHOLD,
  early_signal: WITH_HOUSEHOLD,
  early_signal_step: WITH_HOUSEHOLD,
  // The files in them go after two weeks already, by 'rights-export'.
  rights_export: WITH_HOUSEHOLD,
  rights_export_text: WITH_HOUSEHOLD,
  case_change: WITH_HOUSEHOLD,
  escalation: WITH_HOUSEHOLD,
  overriding_decision: WITH_HOUSEHOLD,
  aftercare_contact: WITH_HOUSEHOLD,
  case_closure: WITH_HOUSEHOLD,
  family_plan: WITH_HOUSEHOLD,
  plan_goal: WITH_HOUSEHOLD,
  plan_action: WITH_HOUSEHOLD,
  plan_version: WITH_HOUSEHOLD,
  plan_phase: WITH_HOUSEHOLD,
  plan_scheme: WITH_HOUSEHOLD,

  // What names a family goes with it as well; the rest by the rule.
  inbox_item: byRule('inbox'),
  outbox: byRule('outbox'),
  intake_import: byRule('intake-import'),
  early_signal_import: byRule('intake-import'),
  session: byRule('session'),
  idempotency_key: byRule('retry-key'),
  processing_log: byRule('processing-log'),
  audit_event: byRule('audit'),
  audit_seal: byRule('audit'),
  destruction_list: byRule('destruction-record'),
  destruction_item: byRule('destruction-record'),

  waiting_list_day: stays('aantallen per dag, van niemand'),
  municipality: SETUP,
  organisation: SETUP,
  organisation_municipality: SETUP,
  team: SETUP,
  fund: SETUP,
  retention_rule: SETUP,
  basis_rule: SETUP,
  processing_activity: SETUP,
  data_sharing_agreement: SETUP,
  score_scale: SETUP,
  processing_log_progress: stays('hoe ver het werk is'),
  migrations: stays('welke versie van de tabellen er staat'),
  app_user: STAFF,
  user_role: STAFF,
  substitution: STAFF,
  case_review: stays('een bespreking van medewerkers; de gezinnen erin gaan weg met hun dossier'),
  case_review_participant: STAFF,
  saved_view: STAFF,
  // A day at most: who counts looks throws the older ones away.
  bsn_look: STAFF,
};
