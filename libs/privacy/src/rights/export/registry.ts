/** Of every table: in which parts of an export its rows come, or why not. A table that stands nowhere here fails a spec. */
export type ExportRule = { readonly in: readonly string[] } | { readonly leftOut: string };

const staff = { leftOut: 'Over medewerkers en hoe de gemeente werkt, niet over een gezin.' };
const technical = { leftOut: 'Techniek: geen gegevens over de persoon die niet ook elders in dit overzicht staan.' };
const ownLog = { leftOut: 'Staat in dit overzicht bij "Wie uw gegevens bekeek", uit het logboek zelf.' };
const retention = { leftOut: 'Hoe lang een dossier bewaard blijft: over het dossier, met zaaknummer en zonder gegevens over de persoon.' };
const inParts = (...parts: string[]): ExportRule => ({ in: parts });

export const EXPORT_REGISTRY: Readonly<Record<string, ExportRule>> = {
  household: inParts('person', 'address', 'case', 'household.source', 'household.note', 'household.urgency-reason'),
  household_member: inParts('person', 'contact', 'member.contact-remark', 'member.elsewhere'),
  household_access: inParts('people'),
  household_event: inParts('timeline', 'household-event'),
  regisseur_assignment: inParts('regisseurs'),
  legal_basis: inParts('legalBases', 'legal-basis.purpose', 'legal-basis.freely-given', 'legal-basis.withdrawal'),
  secrecy_release: inParts('secrecyReleases', 'secrecy-release.purpose', 'secrecy-release.withdrawal'),
  help_agreement: inParts('helpAgreements', 'help-agreement.help', 'help-agreement.withdrawal'),
  parental_authority: inParts('authority'),
  birthday_review: inParts('birthdays'),
  past_address: inParts('pastAddresses'),
  legal_representative: inParts('representatives'),
  network_person: inParts('network', 'network.relation'),
  referral: inParts('referrals', 'referral.question', 'referral.refusal'),
  referral_share: inParts('referrals'),
  referral_event: inParts('referralSteps', 'referral.note'),
  coordination_meeting: inParts('meetings', 'meeting.subject'),
  meeting_invitation: inParts('meetings'),
  meeting_share: inParts('meetings'),
  canvas: inParts('canvases', 'canvas'),
  fund_request: inParts('fundRequests', 'fund-request.purpose', 'fund-request.why-no-scheme', 'fund-request.missing'),
  fund_decision: inParts('fundRequests', 'fund-decision.reasons'),
  fund_request_event: inParts('fundSteps'),
  fund_suspension: inParts('remedies', 'fund-suspension.note'),
  committee_advice: inParts('advices', 'committee-advice.reasons'),
  ledger_entry: inParts('bookings'),
  member_history: inParts('corrections'),
  rights_request: inParts('rightsRequests'),
  break_glass: inParts('emergencies', 'break-glass.reason'),
  resident_account: inParts('accounts'),
  audit_event: inParts('looks'),
  processing_activity: inParts('purposes'),

  fund_conflict: { leftOut: 'Over een lid van de commissie, niet over het gezin (AVG 15, vierde lid).' },
  reminder: { leftOut: 'Geheugensteun van een medewerker voor het eigen werk; wat ervan komt, staat bij de gebeurtenissen.' },
  inbox_item: { leftOut: 'Berichten aan medewerkers: een vaste zin en een link, zonder gegevens.' },
  intake_import: { leftOut: 'Een ingelezen bestand als geheel; wat eruit is overgenomen, staat bij de persoon. De rest is verzegeld en wordt weggegooid.' },
  processing_log: ownLog,
  processing_log_progress: technical,
  audit_seal: technical,
  outbox: technical,
  idempotency_key: technical,
  rights_export: { leftOut: 'Dit overzicht zelf en eerdere: na een paar weken weggegooid.' },
  rights_export_text: { leftOut: 'De teksten van dit overzicht terwijl ze gecontroleerd worden.' },
  bsn_look: { leftOut: 'Telt hoe vaak een medewerker een BSN bekijkt; elke keer staat bij "Wie uw gegevens bekeek".' },
  substitution: staff,
  saved_view: staff,
  session: staff,
  app_user: staff,
  user_role: staff,
  team: staff,
  organisation: staff,
  organisation_municipality: staff,
  municipality: staff,
  fund: staff,
  basis_rule: staff,
  data_sharing_agreement: staff,
  retention_rule: retention,
  legal_hold: retention,
  destruction_list: retention,
  destruction_item: retention,
};

/** What an export says of itself: what it leaves out, and why. */
export const LEFT_OUT: readonly (readonly [what: string, why: string])[] = [
  ['Uw burgerservicenummer', 'Wij bewaren het versleuteld. Wie dit overzicht maakt, mag het niet zien. Vraag het uw regisseur, die kan het met u bekijken.'],
  ['Gegevens van anderen', 'Namen, geboortedata en nummers van andere gezinsleden horen bij hen (AVG artikel 15, vierde lid). Zij kunnen zelf een overzicht vragen.'],
  ['Namen van medewerkers die keken', 'U ziet welke organisatie keek en waarom. Alleen de regisseur staat hier met naam.'],
  ['Een gezin waar u niet meer bij hoort', 'Daarvan staat hier alleen wat over uzelf gaat. Waar zij nu wonen en wat er daarna gebeurde, is van hen.'],
  ['Een ander gezin', 'Vroeg een vertegenwoordiger dit, bijvoorbeeld een ouder voor een kind? Dan staat hier alleen het gezin waarin het is gevraagd.'],
  ['Herinneringen van medewerkers', 'Dat is een geheugensteun voor het eigen werk. Wat ervan komt, staat bij de gebeurtenissen.'],
];
