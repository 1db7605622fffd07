import { formatEuro, formatLocalDate, isLocalDate, joinDutch, localDateOf } from '#kernel';
import { CONTACT_CHANNELS, HOUSEHOLD_STATES, LANGUAGES, LEAVING_REASONS, LIFE_DOMAINS, MEMBER_ROLES, NETWORK_KINDS, REPRESENTATIVE_KINDS } from '#households';
import { BASIS_PROOFS, BASIS_STATES, BASIS_TYPES, DATA_CATEGORIES } from '../../domain/index.js';
import { CORRECTABLE, RIGHTS_KINDS, RIGHTS_STATES } from '../../domain/rights/index.js';

/** How a field is called on paper. A field without a name here fails a spec. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  caseNumber: 'Zaaknummer', role: 'Plek in het gezin', firstName: 'Voornaam', infix: 'Tussenvoegsel', lastName: 'Achternaam', birthDate: 'Geboortedatum',
  phone: 'Telefoonnummer', email: 'E-mailadres', knownSince: 'Bij ons bekend sinds', hasBsn: 'BSN bekend', protectedAddress: 'Geheim adres',
  restrictedSince: 'Gebruik beperkt sinds', restrictionReason: 'Waarom beperkt', postcode: 'Postcode', houseNumber: 'Huisnummer', suffix: 'Toevoeging',
  city: 'Woonplaats', neighbourhood: 'Wijk', state: 'Stand', reportedOn: 'Aangemeld op', urgency: 'Urgentie', lifeDomains: 'Leefgebieden', name: 'Naam',
  organisation: 'Organisatie', activeSince: 'Sinds', type: 'Soort', article: 'Artikel', categories: 'Welke gegevens', from: 'Van', to: 'Aan',
  validFrom: 'Vanaf', validUntil: 'Tot', proof: 'Hoe wij het weten', recordedAt: 'Vastgelegd op', withdrawnAt: 'Ingetrokken op',
  byRepresentative: 'Door een vertegenwoordiger', professional: 'Hulpverlener', worksAt: 'Werkt bij', as: 'U bent', hasAuthority: 'Heeft gezag',
  source: 'Hoe wij dit weten', birthday: 'Verjaardag', reachedOn: 'Op', requestedAt: 'Gevraagd op', firstContactOn: 'Eerste contact', closedAt: 'Afgesloten op',
  at: 'Wanneer', text: 'Wat', plannedAt: 'Gepland op', createdAt: 'Gemaakt op', updatedAt: 'Bijgewerkt op', costMuddlingOnCents: 'Kosten bij doormodderen',
  costBreakingThroughCents: 'Kosten van de doorbraak', reviewOn: 'Opnieuw bekijken op', domain: 'Onderwerp', amountCents: 'Bedrag', submittedOn: 'Ingediend op',
  decisionDeadline: 'Besluit uiterlijk', missing: 'Er ontbrak iets', outcome: 'Uitkomst', grantedCents: 'Toegekend', decidedAt: 'Besloten op', heardOn: 'Gehoord op',
  advice: 'Advies', advisedAt: 'Geadviseerd op', invitedOn: 'Gevraagd op', remedyUntil: 'Uiterlijk', supplementedOn: 'Aangevuld op', kind: 'Soort', bookedAt: 'Geboekt op',
  field: 'Gegeven', oldValue: 'Eerst', newValue: 'Nu', receivedOn: 'Ontvangen op', question: 'Uw vraag', answerBy: 'Antwoord uiterlijk', decisionReasons: 'Waarom',
  purpose: 'Waarvoor', legalBasis: 'Op grond van', recipients: 'Wie het kan krijgen', retention: 'Hoe lang wij het bewaren', keptUntil: 'Wij bewaren het dossier tot',
  ownStatement: 'Uw eigen verklaring', reason: 'Waarom', since: 'Sinds', until: 'Tot', capacity: 'Namens', what: 'Wat er gebeurde',
  measuredOn: 'Gemeten op', moment: 'Moment', view: 'Volgens', lifeDomain: 'Leefgebied', step: 'Hoe het ging', lifeEvent: 'Gebeurtenis', on: 'Op',
  preferredChannel: 'Liefst via', language: 'Taal', interpreterNeeded: 'Tolk nodig', noCallsFrom: 'Niet bellen van', noCallsUntil: 'Niet bellen tot',
  progress: 'Hoe het staat', scheme: 'Regeling', agreedHow: 'Hoe',
  livesElsewhere: 'Woont ook ergens anders', joinedOn: 'In het gezin sinds', leftOn: 'Uit het gezin sinds', leftReason: 'Waarom uit het gezin',
  plannedOn: 'Gepland op', heldOn: 'Was op', going: 'Hoe het ging', attempts: 'Hoe vaak geprobeerd', contactOn: 'Eerste gesprek met wie het overneemt',
  goalsReached: 'Doelen gehaald', goalsDropped: 'Doelen losgelaten', familyJudgement: 'Oordeel van het gezin (1 tot 5)',
};

const named = (words: Readonly<Record<string, { readonly label: string }>>) => Object.fromEntries(Object.entries(words).map(([key, { label }]) => [key, label.toLowerCase()]));
const lower = (words: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word.toLowerCase()]));
const kinds = Object.fromEntries(Object.entries(RIGHTS_KINDS).map(([key, { name }]) => [key, name]));

/** Words for values that are codes; the same code may mean other things in other fields. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: MEMBER_ROLES, type: BASIS_TYPES, proof: BASIS_PROOFS, categories: named(DATA_CATEGORIES), field: { ...named(CORRECTABLE), role: 'plek in het gezin', leftOn: 'uit het gezin sinds', livesElsewhere: 'woont ook ergens anders', protectedAddress: 'geheim adres' },
  moment: { start: '0-meting', interim: 'tussenmeting', end: 'eindmeting' }, view: { family: 'het gezin zelf', regisseur: 'de regisseur' }, lifeDomain: lower(LIFE_DOMAINS),
  lifeEvent: { 'turning-18': '18 worden', divorce: 'scheiden', death: 'overlijden', disability: 'arbeidsongeschikt', 'leaving-benefits': 'uit de bijstand', move: 'verhuizen', birth: 'geboorte' },
  preferredChannel: lower(CONTACT_CHANNELS), language: lower(LANGUAGES), leftReason: lower(LEAVING_REASONS),
  state: {
    ...HOUSEHOLD_STATES, running: 'loopt', ...BASIS_STATES, ...RIGHTS_STATES, requested: 'gevraagd', accepted: 'aangenomen', rejected: 'niet aangenomen', cancelled: 'ingetrokken',
    'in-progress': 'bezig', 'on-hold': 'wacht', completed: 'afgerond', failed: 'niet gelukt', 'entered-in-error': 'per ongeluk gemaakt', active: 'loopt', ended: 'beëindigd',
    'handed-over': 'overgedragen', 'handover-planned': 'overdracht gepland', 'talk-held': 'gesprek geweest', 'confirmed-by-one': 'door één bevestigd', done: 'klaar', declined: 'niet aangenomen', draft: 'concept', submitted: 'ingediend', 'completeness-check': 'wordt gecontroleerd',
    incomplete: 'niet compleet', 'under-review': 'wordt bekeken', advice: 'advies gevraagd', 'on-agenda': 'op de agenda', 'committee-advice': 'advies gegeven',
    'not-considered': 'niet in behandeling genomen', announced: 'bekendgemaakt', paid: 'betaald', evaluated: 'nagekeken', planned: 'gepland',
    held: 'geweest', 'not-reached': 'niet bereikt', lapsed: 'vervallen', open: 'wacht op antwoord', answered: 'beantwoord',
  },
  kind: { ...kinds, ...lower(REPRESENTATIVE_KINDS), ...lower(NETWORK_KINDS), reserve: 'gereserveerd', commit: 'vastgelegd', pay: 'betaald', release: 'vrijgegeven', reverse: 'teruggeboekt' },
  progress: { open: 'loopt', reached: 'bereikt', dropped: 'gestopt', done: 'gedaan', 'to-look-at': 'nog bekijken', 'not-applicable': 'niet van toepassing', requested: 'aangevraagd', granted: 'toegekend', refused: 'afgewezen', used: 'wordt gebruikt' },
  agreedHow: { talk: 'in een gesprek', paper: 'op papier' },
  from: HOUSEHOLD_STATES,
  going: { well: 'goed', 'some-worries': 'met zorgen', 'not-well': 'niet goed' },
  reason: { regisseur: 'regisseur', substitute: 'waarnemer', intake: 'aanmelding', 'break-glass': 'spoed' },
  capacity: { self: 'uzelf', representative: 'uw vertegenwoordiger' },
  as: { child: 'het kind', adult: 'de volwassene' },
  source: { register: 'gezagsregister', told: 'verteld door het gezin' },
  outcome: { reached: 'gesproken', 'not-reached': 'niet bereikt', voicemail: 'voicemail', granted: 'toegekend', 'partly-granted': 'deels toegekend', refused: 'afgewezen', justified: 'terecht', 'not-justified': 'niet terecht' },
  what: {
    'plan-visit': 'huisbezoek gepland', 'visit-done': 'huisbezoek gedaan', 'not-at-home': 'niemand thuis', 'refused-at-door': 'geen hulp gewild', 'send-letter': 'brief gestuurd',
    'call-reached': 'gebeld en gesproken', 'call-missed': 'gebeld zonder antwoord', 'accept-help': 'op de wachtlijst gezet', 'decline-help': 'geen hulp gewild', 'mark-helped': 'kreeg al hulp', 'give-up': 'gestopt',
  },
  advice: { grant: 'toekennen', 'grant-partly': 'deels toekennen', refuse: 'afwijzen' },
  domain: { housing: 'wonen', education: 'onderwijs', 'mental-health': 'psychische hulp', 'temporary-income': 'tijdelijk inkomen' },
};

/** A value as a person reads it; null when there is nothing to say. */
export function sayValue(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (Array.isArray(value)) return value.length === 0 ? null : joinDutch(value.map((one) => sayValue(field, one) ?? ''));
  if (typeof value === 'number') return field.endsWith('Cents') ? formatEuro(value as never) : String(value);
  const text = String(value);
  const word = VALUES[field]?.[text];
  if (word) return word;
  if (isLocalDate(text)) return formatLocalDate(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? formatLocalDate(localDateOf(new Date(text))) : text;
}
