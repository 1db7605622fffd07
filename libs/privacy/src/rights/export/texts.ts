import { ADDRESSED_TO_ME } from './early-signals.js';
import { isOwnWords } from './timeline.js';

/** A place where people write in their own words. Nothing of it goes along before the officer looked at it. */
export interface TextSource {
  readonly source: string;
  readonly label: string;
  /** `$1` member ids, `$2` households; answers id, at and text. */
  readonly sql: string;
}

const both = 'AND $1::uuid[] IS NOT NULL AND $2::uuid[] IS NOT NULL';
/** About the person, or about the whole family. */
const aboutMeOrAll = '(t.member_id = ANY ($1::uuid[]) OR (t.member_id IS NULL AND t.household_id = ANY ($2::uuid[])))';
const ofMember = (table: string, column: string, at: string): string =>
  `SELECT t.id, t.${at}::timestamptz AS at, t.${column} AS text FROM ${table} t WHERE t.member_id = ANY ($1::uuid[]) AND t.${column} IS NOT NULL ${both}`;
const ofHousehold = (table: string, column: string, at: string, id = 'id'): string =>
  `SELECT t.${id} AS id, t.${at}::timestamptz AS at, t.${column} AS text FROM ${table} t WHERE t.household_id = ANY ($2::uuid[]) AND t.${column} IS NOT NULL ${both}`;
const ofFamily = (column: string): string =>
  `SELECT h.id, h.created_at AS at, h.${column} AS text FROM household h WHERE h.id = ANY ($2::uuid[]) AND h.${column} IS NOT NULL ${both}`;
const ofOnePerson = (column: string): string =>
  `SELECT t.id, t.known_since AS at, t.${column} AS text FROM household_member t WHERE t.id = ANY ($1::uuid[]) AND t.${column} IS NOT NULL ${both}`;
const ofReferral = (text: string, from: string, at: string): string =>
  `SELECT t.id, t.${at} AS at, ${text} AS text FROM ${from} AND EXISTS (SELECT FROM referral_share s WHERE s.referral_id = r.id AND s.member_id = ANY ($1::uuid[])) ${both}`;
const CONTACT = (table: string, id: string): string => `SELECT ${id} AS id, t.contact_at AS at, concat_ws(E'\\n', t.others, t.discussed, t.next_step) AS text
  FROM ${table} t WHERE t.household_id = ANY ($2::uuid[]) ${both}`;
const CANVAS = `concat_ws(E'\\n', nullif(t.perspective, ''), nullif(t.obstacles, ''), nullif(t.needed, ''), nullif(t.own_contribution, ''), nullif(t.who_does_what, ''),
  nullif(t.who_pays, ''), (SELECT string_agg(v.value, E'\\n') FROM jsonb_each_text(t.legal_room || t.value_triangle) v WHERE v.value <> ''))`;

export const TEXT_SOURCES: readonly TextSource[] = [
  { source: 'household-event', label: 'Wat iemand in het verhaal van het gezin schreef', sql: `${ofHousehold('household_event', 'text', 'at')} AND ${isOwnWords('t')}` },
  { source: 'household.source', label: 'Wie het gezin aanmeldde', sql: ofFamily('source') },
  { source: 'household.note', label: 'Aantekening bij de aanmelding', sql: ofFamily('note') },
  { source: 'household.urgency-reason', label: 'Waarom er haast was', sql: ofFamily('urgency_reason') },
  { source: 'member.contact-remark', label: 'Waar wij op letten als wij u bellen', sql: ofOnePerson('contact_remark') },
  { source: 'member.elsewhere', label: 'Wat is afgesproken over waar u woont', sql: ofOnePerson('elsewhere_agreement') },
  {
    source: 'network.relation', label: 'Wie iemand voor het gezin is',
    sql: `SELECT t.id, t.recorded_at AS at, t.relation AS text FROM network_person t
      WHERE (t.member_id = ANY ($1::uuid[]) OR (t.member_id IS NULL AND t.household_id = ANY ($2::uuid[])))`,
  },
  { source: 'waiting-contact.note', label: 'Wat wij opschreven toen wij belden', sql: `${ofHousehold('waiting_contact', 'note', 'noted_at')} AND t.undone_at IS NULL` },
  { source: 'urgency-change.reason', label: 'Waarom de urgentie veranderde', sql: ofHousehold('urgency_change', 'reason', 'changed_at') },
  {
    source: 'early-signal-step.note', label: 'Wat wij opschreven bij een signaal van een schuldeiser',
    sql: `SELECT t.id, t.at, t.note AS text FROM early_signal_step t JOIN early_signal_case c ON c.id = t.case_id WHERE c.household_id = ANY ($2::uuid[])
      AND ${ADDRESSED_TO_ME} AND t.note IS NOT NULL ${both}`,
  },
  { source: 'legal-basis.purpose', label: 'Waarvoor gegevens gedeeld werden', sql: ofMember('legal_basis', 'purpose', 'recorded_at') },
  { source: 'legal-basis.freely-given', label: 'Waarom u vrij kon kiezen', sql: ofMember('legal_basis', 'freely_given_reason', 'recorded_at') },
  { source: 'legal-basis.withdrawal', label: 'Waarom delen stopte', sql: ofMember('legal_basis', 'withdrawal_reason', 'withdrawn_at') },
  { source: 'secrecy-release.purpose', label: 'Waarvoor een hulpverlener iets mocht vertellen', sql: ofMember('secrecy_release', 'purpose', 'recorded_at') },
  { source: 'secrecy-release.withdrawal', label: 'Waarom dat stopte', sql: ofMember('secrecy_release', 'withdrawal_reason', 'withdrawn_at') },
  { source: 'help-agreement.help', label: 'Welke hulp', sql: ofMember('help_agreement', 'help', 'recorded_at') },
  { source: 'help-agreement.withdrawal', label: 'Waarom de hulp stopte', sql: ofMember('help_agreement', 'withdrawal_reason', 'withdrawn_at') },
  {
    source: 'score.reason', label: 'Waarom iemand vond dat het zo ging',
    sql: `SELECT t.id, t.recorded_at AS at, (SELECT string_agg(l.reason, E'\\n' ORDER BY l.domain) FROM score_line l WHERE l.round_id = t.id) AS text
      FROM score_round t WHERE ${aboutMeOrAll} ${both}`,
  },
  { source: 'score.correction', label: 'Waarom een meting is verbeterd', sql: `SELECT t.id, t.recorded_at AS at, t.correction_reason AS text FROM score_round t WHERE t.correction_reason IS NOT NULL AND ${aboutMeOrAll} ${both}` },
  { source: 'life-event.note', label: 'Wat iemand schreef bij een gebeurtenis', sql: `SELECT t.id, t.created_at AS at, t.note AS text FROM life_event t WHERE t.note IS NOT NULL AND ${aboutMeOrAll} ${both}` },
  { source: 'life-event.withdrawal', label: 'Waarom een gebeurtenis niet doorging', sql: `SELECT t.id, t.withdrawn_at AS at, t.withdrawal_reason AS text FROM life_event t WHERE t.withdrawal_reason IS NOT NULL AND ${aboutMeOrAll} ${both}` },
  { source: 'referral.question', label: 'Wat wij een partner vroegen', sql: ofReferral('t.question', `referral t JOIN referral r ON r.id = t.id WHERE t.state <> 'draft'`, 'requested_at') },
  {
    source: 'referral.refusal', label: 'Waarom een partner nee zei',
    sql: ofReferral(`concat_ws(E'\\n', t.refusal_explanation, t.refusal_next_step)`, 'referral t JOIN referral r ON r.id = t.id WHERE t.refusal_explanation IS NOT NULL', 'closed_at'),
  },
  { source: 'referral.note', label: 'Wat een partner terugmeldde', sql: ofReferral('t.note', 'referral_event t JOIN referral r ON r.id = t.referral_id WHERE t.note IS NOT NULL', 'at') },
  {
    source: 'meeting.subject', label: 'Waar een overleg over ging',
    sql: `SELECT t.id, t.planned_at AS at, t.subject AS text FROM coordination_meeting t WHERE EXISTS (SELECT FROM meeting_share s
      WHERE s.meeting_id = t.id AND s.member_id = ANY ($1::uuid[])) ${both}`,
  },
  { source: 'plan-goal.words', label: 'Een doel in het gezinsplan', sql: `SELECT t.id, t.created_at AS at, concat_ws(E'\\n', t.words, nullif(t.why, ''), t.state_reason) AS text
      FROM plan_goal t WHERE t.household_id = ANY ($2::uuid[]) ${both}` },
  { source: 'plan-action.what', label: 'Een actie in het gezinsplan', sql: `SELECT t.id, t.created_at AS at, concat_ws(E'\\n', t.what, t.owner_role, t.state_reason) AS text
      FROM plan_action t WHERE t.household_id = ANY ($2::uuid[]) ${both}` },
  { source: 'plan-version.reservations', label: 'Wat het gezin zei bij het plan', sql: ofHousehold('plan_version', 'reservations', 'recorded_at') },
  { source: 'plan-phase.reason', label: 'Waarom het gezin in een fase kwam', sql: ofHousehold('plan_phase', 'reason', 'moved_at') },
  { source: 'plan-scheme.reason', label: 'Wat er bij een regeling staat', sql: `SELECT t.id, t.since::timestamptz AS at, t.reason AS text
      FROM plan_scheme t WHERE t.household_id = ANY ($2::uuid[]) AND t.reason IS NOT NULL ${both}` },
  { source: 'meeting.point', label: 'Wat er in een overleg is besproken', sql: `SELECT t.id, c.planned_at AS at, concat_ws(E'\\n', t.title, t.brought_by, t.discussed) AS text
      FROM meeting_point t JOIN coordination_meeting c ON c.id = t.meeting_id WHERE t.household_id = ANY ($2::uuid[]) ${both}` },
  { source: 'meeting.decision', label: 'Wat er in een overleg is besloten', sql: ofHousehold('meeting_decision', 'what', 'recorded_at') },
  { source: 'meeting.correction', label: 'Verbetering bij een verslag van een overleg', sql: ofHousehold('meeting_correction', 'text', 'written_at') },
  { source: 'contact-note', label: 'Verslag van een contact', sql: CONTACT('contact_note', 't.id') },
  { source: 'contact-note.earlier', label: 'Verslag van een contact, zoals het eerst was', sql: CONTACT('contact_note_version', 't.note_id') },
  { source: 'case-review', label: 'Hoe het gezin zonder naam met collega’s is besproken', sql: `SELECT t.id, r.planned_at AS at,
      concat_ws(E'\\n', t.situation, t.question, t.outcome) AS text FROM case_review_family t JOIN case_review r ON r.id = t.review_id WHERE t.household_id = ANY ($2::uuid[]) ${both}` },
  {
    source: 'canvas', label: 'Doorbraakplan',
    sql: `SELECT t.id, t.updated_at AS at, ${CANVAS} AS text FROM canvas t WHERE t.household_id = ANY ($2::uuid[]) AND ${CANVAS} <> '' ${both}`,
  },
  { source: 'fund-request.purpose', label: 'Waarvoor geld is gevraagd', sql: ofHousehold('fund_request', 'purpose', 'created_at') },
  { source: 'fund-request.why-no-scheme', label: 'Waarom geen andere regeling betaalde', sql: ofHousehold('fund_request', 'why_no_scheme', 'created_at') },
  { source: 'fund-request.missing', label: 'Wat er nog ontbrak', sql: ofHousehold('fund_request', 'missing', 'created_at') },
  { source: 'fund-suspension.note', label: 'Wat er bij de aanvraag kwam', sql: ofHousehold('fund_suspension', 'note', 'invited_on') },
  { source: 'committee-advice.reasons', label: 'Waarom de commissie dit adviseerde', sql: ofHousehold('committee_advice', 'reasons', 'advised_at') },
  { source: 'fund-decision.reasons', label: 'Waarom zo besloten is', sql: ofHousehold('fund_decision', 'reasons', 'decided_at', 'fund_request_id') },
  { source: 'handover.reason', label: 'Waarom een ander de regisseur werd', sql: ofHousehold('handover', 'reason', 'planned_at') },
  { source: 'handover.urgent', label: 'Waarom dat met spoed ging', sql: ofHousehold('handover', 'urgent_reason', 'planned_at') },
  { source: 'handover.declined', label: 'Waarom een collega de overdracht niet aannam', sql: ofHousehold('handover', 'decline_reason', 'planned_at') },
  { source: 'handover.end', label: 'Waarom een overdracht niet doorging', sql: ofHousehold('handover', 'end_reason', 'planned_at') },
  { source: 'case-change.reason', label: 'Waarom de hulp een stap verder ging of stopte', sql: ofHousehold('case_change', 'reason', 'at').replace('t.reason AS text', `concat_ws(E'\\n', t.reason, t.other_party) AS text`) },
  {
    source: 'escalation.asked', label: 'Wat wij de teamleider vroegen',
    sql: `SELECT t.id, t.raised_at AS at, concat_ws(E'\\n', t.reason, t.tried, t.asked) AS text FROM escalation t WHERE t.household_id = ANY ($2::uuid[]) ${both}`,
  },
  {
    source: 'escalation.answer', label: 'Wat de teamleider antwoordde',
    sql: `SELECT t.id, coalesce(t.ended_at, t.answered_at) AS at, concat_ws(E'\\n', t.answer, t.outcome) AS text FROM escalation t
      WHERE t.household_id = ANY ($2::uuid[]) AND (t.answer IS NOT NULL OR t.outcome IS NOT NULL) ${both}`,
  },
  {
    source: 'overriding-decision', label: 'Wat er besloten is tegen een weigering in',
    sql: `SELECT t.id, t.decided_at AS at, concat_ws(E'\\n', t.decided, t.against, t.refusal, t.legal_room) AS text FROM overriding_decision t WHERE t.household_id = ANY ($2::uuid[]) ${both}`,
  },
  { source: 'aftercare.words', label: 'Hoe het ging in de nazorg', sql: ofHousehold('aftercare_contact', 'words', 'held_on') },
  {
    source: 'case-closure', label: 'Hoe wij samen terugkeken',
    sql: `SELECT t.id, t.closed_at AS at, concat_ws(E'\\n', t.plan_evaluation, t.family_words, t.made_the_difference, t.agreed) AS text FROM case_closure t WHERE t.household_id = ANY ($2::uuid[]) ${both}`,
  },
  { source: 'break-glass.reason', label: 'Waarom iemand het dossier met spoed opende', sql: ofHousehold('break_glass', 'reason', 'started_at') },
];

export const TEXT_LABELS: Readonly<Record<string, string>> = Object.fromEntries(TEXT_SOURCES.map(({ source, label }) => [source, label]));
