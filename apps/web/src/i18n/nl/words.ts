import type {
  DataCategory,
  FundDomain,
  FundState,
  HouseholdState,
  LegalBasis,
  Member,
  ReferralState,
  Role,
  Urgency,
} from '../../api/types.js';

const urgency: Record<Urgency, string> = { spoed: 'Spoed', hoog: 'Hoog', normaal: 'Normaal', laag: 'Laag' };

const household: Record<HouseholdState, string> = {
  reported: 'Aangemeld',
  'safety-check': 'Veiligheidscheck',
  'waiting-list': 'Op de wachtlijst',
  intake: 'Intake',
  'draft-plan': 'Plan in de maak',
  active: 'Actief',
  'scaled-up': 'Opgeschaald',
  aftercare: 'Nazorg',
  closed: 'Afgesloten',
  'referred-elsewhere': 'Elders geholpen',
  'declined-help': 'Wil geen hulp',
  'moved-away': 'Verhuisd',
  merged: 'Samengevoegd',
  reopened: 'Heropend',
};

const referral: Record<ReferralState, string> = {
  draft: 'Concept',
  requested: 'Wacht op antwoord',
  accepted: 'Aangenomen',
  rejected: 'Niet aangenomen',
  cancelled: 'Ingetrokken',
  expired: 'Verlopen',
  'in-progress': 'Contact gelegd',
  'on-hold': 'Even stil',
  completed: 'Afgerond',
  failed: 'Niet gelukt',
  'entered-in-error': 'Per ongeluk gemaakt',
};

const fund: Record<FundState, string> = {
  draft: 'Concept',
  submitted: 'Ingediend',
  'completeness-check': 'Wordt gecontroleerd',
  incomplete: 'Wacht op aanvulling',
  'under-review': 'In behandeling',
  advice: 'Wacht op advies',
  'on-agenda': 'Op de agenda',
  'committee-advice': 'Advies gegeven',
  granted: 'Toegekend',
  'partly-granted': 'Deels toegekend',
  refused: 'Afgewezen',
  'not-considered': 'Niet in behandeling genomen',
  withdrawn: 'Ingetrokken',
  announced: 'Bekendgemaakt',
  paid: 'Betaald',
  evaluated: 'Geëvalueerd',
  closed: 'Afgesloten',
};

const fundDomain: Record<FundDomain, string> = {
  housing: 'Wonen',
  education: 'Passend onderwijs',
  'mental-health': 'Psychische ondersteuning',
  'temporary-income': 'Tijdelijk inkomen',
};

const member: Record<Member['role'], string> = { main: 'Hoofdbewoner', partner: 'Partner', child: 'Kind', other: 'Andere huisgenoot' };

const category: Record<DataCategory, string> = {
  name: 'Naam',
  'birth-date': 'Geboortedatum',
  contact: 'Telefoon en e-mail',
  address: 'Adres',
  household: 'Gezinssamenstelling',
  finances: 'Geldzaken',
  housing: 'Wonen',
  work: 'Werk en opleiding',
  health: 'Gezondheid',
  safety: 'Veiligheid',
};

const basisState: Record<LegalBasis['state'], string> = {
  proposed: 'Voorgesteld',
  active: 'Geldig',
  withdrawn: 'Ingetrokken',
  expired: 'Verlopen',
  superseded: 'Vervangen',
  invalid: 'Ongeldig',
};

const basisType: Record<LegalBasis['type'], string> = {
  'statutory-task': 'Wettelijke taak',
  'legal-obligation': 'Wettelijke plicht',
  consent: 'Toestemming',
  'vital-interest': 'Levensbelang',
};

const role: Record<Role, string> = {
  regisseur: 'Regisseur',
  'team-lead': 'Teamleider',
  'case-worker': 'Medewerker',
  'partner-worker': 'Ketenpartner',
  'fund-secretary': 'Secretaris fonds',
  'committee-member': 'Commissielid',
  'decision-maker': 'Beslisser',
  finance: 'Financiën',
  'objection-handler': 'Bezwaarbehandelaar',
  'privacy-officer': 'Privacyfunctionaris',
  'policy-adviser': 'Beleidsadviseur',
  resident: 'Inwoner',
};

export const words = { urgency, household, referral, fund, fundDomain, member, category, basisState, basisType, role };
