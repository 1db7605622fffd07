import { EARLY_SIGNALS } from './early-signals.js';
import { both, type ExportSection, householdIs, memberIs, select } from './section.js';
import { isOfTheFamily } from './timeline.js';

const orgName = (column: string): string => `(SELECT o.name FROM organisation o WHERE o.id = ${column})`;
const aboutMe = (referral: string): string => `EXISTS (SELECT FROM referral_share s WHERE s.referral_id = ${referral} AND ${memberIs('s.member_id')}) AND $2::uuid[] IS NOT NULL`;
export const SECTIONS: readonly ExportSection[] = [
  {
    key: 'person', title: 'Wie u bent', portable: true,
    lead: 'Deze gegevens hebben wij van u of van wie het gezin aanmeldde.',
    sql: select(`'caseNumber', h.case_number, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name,
      'birthDate', m.birth_date, 'phone', m.phone, 'email', m.email, 'knownSince', m.known_since, 'hasBsn', m.has_bsn,
      'protectedAddress', m.protected_address OR (h.protected_address AND m.left_on IS NULL), 'restrictedSince', m.restricted_since, 'restrictionReason', m.restriction_reason`,
    `FROM household_member m JOIN household h ON h.id = m.household_id WHERE ${memberIs('m.id')} ${both} ORDER BY h.case_number`),
  },
  {
    key: 'contact', title: 'Hoe u te bereiken bent', portable: true, lead: 'Zo wilt u het zelf. Of u ook ergens anders woont, weten wij alleen van u.',
    sql: select(`'preferredChannel', m.preferred_channel, 'language', m.language, 'interpreterNeeded', m.interpreter_needed, 'noCallsFrom', m.no_calls_from,
      'noCallsUntil', m.no_calls_until, 'livesElsewhere', m.lives_elsewhere, 'joinedOn', m.joined_on, 'leftOn', m.left_on, 'leftReason', m.left_reason`,
    `FROM household_member m WHERE ${memberIs('m.id')} ${both} ORDER BY m.id`),
  },
  {
    key: 'representatives', title: 'Wie voor u beslist', portable: false, lead: 'Bijvoorbeeld een bewindvoerder, mentor, curator of voogd.',
    sql: select(`'kind', r.kind, 'organisation', r.organisation, 'since', r.since, 'until', r.until`,
      `FROM legal_representative r WHERE ${memberIs('r.member_id')} ${both} ORDER BY r.since`),
  },
  {
    key: 'network', title: 'Mensen om u heen', portable: false, lead: 'Wie u of uw gezin bijstaat. De namen van die mensen staan hier niet.',
    sql: select(`'kind', n.kind, 'since', n.since, 'until', n.until`,
      `FROM network_person n WHERE (${memberIs('n.member_id')} OR (n.member_id IS NULL AND ${householdIs('n.household_id')})) ORDER BY n.since`),
  },
  {
    key: 'pastAddresses', title: 'Waar het gezin eerder woonde', portable: false, lead: 'Adressen van toen, en tot wanneer.',
    sql: select(`'postcode', p.postcode, 'houseNumber', p.house_number, 'suffix', p.house_number_suffix, 'city', p.city, 'until', p.until_on`,
      `FROM past_address p WHERE ${householdIs('p.household_id')} ${both} ORDER BY p.until_on`),
  },
  {
    key: 'address', title: 'Uw adres', portable: true, lead: 'Het adres van het gezin waarin wij u kennen.',
    sql: select(`'caseNumber', h.case_number, 'postcode', h.postcode, 'houseNumber', h.house_number, 'suffix', h.house_number_suffix, 'city', h.city,
      'neighbourhood', h.neighbourhood`, `FROM household h WHERE ${householdIs('h.id')} ${both} ORDER BY h.case_number`),
  },
  {
    key: 'case', title: 'De hulp aan het gezin', portable: false, lead: 'Hoe het gezin bij ons bekend is. Tot wanneer wij het bewaren, weten wij als de hulp is gestopt.',
    sql: select(`'caseNumber', h.case_number, 'state', h.state, 'reportedOn', h.reported_on, 'urgency', h.urgency, 'lifeDomains', h.life_domains, 'keptUntil', h.retention_due_on`,
      `FROM household h WHERE ${householdIs('h.id')} ${both} ORDER BY h.case_number`),
  },
  {
    key: 'waiting', title: 'Wanneer het gezin op de wachtlijst stond', portable: false, lead: 'Een gezin kan vaker wachten.',
    sql: select(`'since', p.started_on, 'until', p.ended_on`, `FROM waiting_period p WHERE ${householdIs('p.household_id')} ${both} ORDER BY p.started_on`),
  },
  {
    key: 'waitingCalls', title: 'Wanneer wij belden tijdens het wachten', portable: false, lead: 'Wat wij daarbij opschreven, staat bij de teksten.',
    sql: select(`'at', c.called_on, 'outcome', c.outcome`, `FROM waiting_contact c WHERE ${householdIs('c.household_id')} AND c.undone_at IS NULL ${both} ORDER BY c.called_on, c.id`),
  },
  {
    key: 'urgencyChanges', title: 'Hoe de urgentie veranderde', portable: false, lead: 'Waarom, staat bij de teksten.',
    sql: select(`'at', c.changed_at, 'urgency', c.to_urgency`, `FROM urgency_change c WHERE ${householdIs('c.household_id')} ${both} ORDER BY c.changed_at`),
  },
  ...EARLY_SIGNALS,
  {
    // AVG 15(1)(a), (c) and (d).
    key: 'purposes', title: 'Waarvoor wij gegevens gebruiken', portable: false, lead: 'Dit staat in ons register van verwerkingen. Wij nemen geen besluiten door een computer alleen.',
    sql: select(`'name', a.name, 'purpose', a.purpose, 'legalBasis', a.legal_basis, 'recipients', a.recipients, 'retention', a.retention`,
      `FROM processing_activity a WHERE true ${both} ORDER BY a.name`),
  },
  {
    key: 'regisseurs', title: 'Uw regisseurs', portable: false, lead: 'Wie het overzicht houdt of hield.',
    sql: select(`'name', u.name, 'organisation', ${orgName('u.organisation_id')}, 'state', r.state, 'activeSince', r.active_since`,
      `FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id WHERE ${householdIs('r.household_id')} AND r.state NOT IN ('proposed', 'declined') ${both} ORDER BY r.id`),
  },
  {
    key: 'caseChanges', title: 'Hoe de hulp verliep', portable: false, lead: 'Elke stap, met de dag.',
    sql: select(`'at', c.at, 'from', c.from_state, 'state', c.to_state, 'contactOn', c.contact_on`,
      `FROM case_change c WHERE ${householdIs('c.household_id')} ${both} ORDER BY c.id`),
  },
  {
    key: 'escalations', title: 'Wanneer wij de teamleider om een besluit vroegen', portable: false, lead: 'De teksten staan verderop.',
    sql: select(`'at', e.raised_at, 'answerBy', e.answer_by, 'state', e.state, 'until', e.ended_at`, `FROM escalation e WHERE ${householdIs('e.household_id')} ${both} ORDER BY e.raised_at`),
  },
  {
    key: 'overridingDecisions', title: 'Wanneer de teamleider een weigering opzij zette', portable: false, lead: 'Wat er besloten is, staat verderop.',
    sql: select(`'decidedAt', o.decided_at`, `FROM overriding_decision o WHERE ${householdIs('o.household_id')} ${both} ORDER BY o.decided_at`),
  },
  {
    key: 'aftercare', title: 'Gesprekken in de nazorg', portable: false, lead: 'Wanneer wij vroegen hoe het gaat.',
    sql: select(`'plannedOn', c.planned_on, 'state', c.state, 'heldOn', c.held_on, 'going', c.going, 'attempts', c.attempts`,
      `FROM aftercare_contact c WHERE ${householdIs('c.household_id')} ${both} ORDER BY c.planned_on`),
  },
  {
    key: 'closures', title: 'Hoe de hulp is afgesloten', portable: false, lead: 'Wat er bereikt is en hoe het gezin het vond.',
    sql: select(`'closedAt', c.closed_at, 'goalsReached', c.goals_reached, 'goalsDropped', c.goals_dropped, 'familyJudgement', c.family_judgement`,
      `FROM case_closure c WHERE ${householdIs('c.household_id')} ${both} ORDER BY c.closed_at`),
  },
  {
    key: 'legalBases', title: 'Waarom wij gegevens over u delen', portable: true,
    lead: 'Elke keer dat een partner iets van u mag zien, leggen wij vast waarom en tot wanneer.',
    sql: select(`'type', b.type, 'article', b.article, 'categories', b.data_categories, 'from', ${orgName('b.from_organisation_id')},
      'to', ${orgName('b.to_organisation_id')}, 'validFrom', b.valid_from, 'validUntil', b.valid_until, 'state', b.state, 'proof', b.proof,
      'recordedAt', b.recorded_at, 'withdrawnAt', b.withdrawn_at, 'byRepresentative', b.legal_representative IS NOT NULL`,
    `FROM legal_basis b WHERE ${memberIs('b.member_id')} ${both} ORDER BY b.id`),
  },
  {
    key: 'secrecyReleases', title: 'Wie namens u iets mocht vertellen', portable: false,
    lead: 'Een hulpverlener met beroepsgeheim mag alleen iets vertellen als u dat goed vindt.',
    sql: select(`'professional', r.professional, 'worksAt', r.released_organisation, 'to', ${orgName('r.to_organisation_id')}, 'categories', r.categories,
      'validFrom', r.valid_from, 'validUntil', r.valid_until, 'state', r.state, 'recordedAt', r.recorded_at, 'withdrawnAt', r.withdrawn_at`,
    `FROM secrecy_release r WHERE ${memberIs('r.member_id')} ${both} ORDER BY r.id`),
  },
  {
    key: 'helpAgreements', title: 'Dat u hulp wilde', portable: false, lead: 'Wij helpen alleen als u of uw ouders dat goed vinden.',
    sql: select(`'validFrom', a.valid_from, 'state', a.state, 'proof', a.proof, 'recordedAt', a.recorded_at, 'withdrawnAt', a.withdrawn_at`,
      `FROM help_agreement a WHERE ${memberIs('a.member_id')} ${both} ORDER BY a.id`),
  },
  {
    key: 'authority', title: 'Gezag', portable: false, lead: 'Wie beslist over een kind. De naam van de ander staat hier niet.',
    sql: select(`'as', CASE WHEN ${memberIs('p.child_id')} THEN 'child' ELSE 'adult' END, 'hasAuthority', p.has_authority, 'source', p.source, 'recordedAt', p.recorded_at`,
      `FROM parental_authority p WHERE (${memberIs('p.child_id')} OR ${memberIs('p.adult_id')}) ${both} ORDER BY p.recorded_at`),
  },
  {
    key: 'birthdays', title: 'Verjaardagen waarop wij opnieuw keken', portable: false, lead: 'Op uw 12e, 16e en 18e verandert wie er toestemming geeft.',
    sql: select(`'birthday', b.birthday, 'reachedOn', b.reached_on`, `FROM birthday_review b WHERE ${memberIs('b.member_id')} ${both} ORDER BY b.birthday`),
  },
  {
    key: 'scores', title: 'Hoe het ging, per leefgebied', portable: true, lead: 'Wat u zelf of uw regisseur vond. Wat verbeterd is, staat er ook.',
    sql: select(`'measuredOn', r.measured_on, 'moment', r.moment, 'view', r.view, 'lifeDomain', l.domain,
      'step', (SELECT s ->> 'label' FROM jsonb_array_elements(c.steps) s WHERE (s ->> 'step')::int = l.step), 'recordedAt', r.recorded_at`,
    `FROM score_round r JOIN score_line l ON l.round_id = r.id JOIN score_scale c ON c.id = r.scale_id
      WHERE (${memberIs('r.member_id')} OR (r.member_id IS NULL AND ${householdIs('r.household_id')})) ORDER BY r.measured_on, r.id, l.domain`),
  },
  {
    key: 'lifeEvents', title: 'Gebeurtenissen in uw leven', portable: false, lead: 'Wat er gebeurde of ging gebeuren, en waarvoor iets geregeld moest worden.',
    sql: select(`'lifeEvent', e.kind, 'on', e.event_on, 'state', e.state`,
      `FROM life_event e WHERE (${memberIs('e.member_id')} OR (e.member_id IS NULL AND ${householdIs('e.household_id')})) ORDER BY e.event_on, e.id`),
  },
  {
    key: 'referrals', title: 'Verwijzingen waarin u stond', portable: false, lead: 'Aan welke partner wij hulp vroegen, en wat die van u mocht zien.',
    sql: select(`'to', ${orgName('r.to_organisation_id')}, 'state', r.state, 'requestedAt', r.requested_at, 'firstContactOn', r.first_contact_on, 'closedAt', r.closed_at,
      'categories', ARRAY(SELECT DISTINCT s.category FROM referral_share s WHERE s.referral_id = r.id AND ${memberIs('s.member_id')} ORDER BY 1)`,
    `FROM referral r WHERE r.state <> 'draft' AND ${aboutMe('r.id')} ORDER BY r.id`),
  },
  {
    key: 'referralSteps', title: 'Wat er met die verwijzingen gebeurde', portable: false, lead: 'Vaste zinnen; wat mensen zelf schreven, staat bij de teksten.',
    sql: select(`'at', e.at, 'text', e.text`, `FROM referral_event e WHERE ${aboutMe('e.referral_id')} ORDER BY e.at, e.id`),
  },
  {
    key: 'meetings', title: 'Overleggen waarin gegevens van u gedeeld werden', portable: false, lead: 'Wie was uitgenodigd en wat die van u mocht zien.',
    sql: select(`'plannedAt', c.planned_at, 'state', c.state, 'to', ${orgName('i.organisation_id')}, 'categories', ARRAY(SELECT s.category FROM meeting_share s
      WHERE s.meeting_id = i.meeting_id AND s.organisation_id = i.organisation_id AND ${memberIs('s.member_id')} ORDER BY 1)`,
    `FROM meeting_invitation i JOIN coordination_meeting c ON c.id = i.meeting_id WHERE EXISTS (SELECT FROM meeting_share s
      WHERE s.meeting_id = i.meeting_id AND s.organisation_id = i.organisation_id AND ${memberIs('s.member_id')}) ${both} ORDER BY c.planned_at`),
  },
  {
    key: 'plan', title: 'Het gezinsplan', portable: false, lead: 'Of er een plan is en wanneer we er opnieuw naar kijken. Wat erin staat, staat bij de teksten.',
    sql: select(`'createdAt', p.started_at, 'reviewOn', p.review_on`, `FROM family_plan p WHERE ${householdIs('p.household_id')} ${both}`),
  },
  {
    key: 'planGoals', title: 'Doelen in het gezinsplan', portable: false, lead: 'Waar elk doel over gaat en hoe het ervoor staat.',
    sql: select(`'lifeDomain', g.life_domain, 'progress', g.state, 'createdAt', g.created_at`, `FROM plan_goal g WHERE ${householdIs('g.household_id')} ${both} ORDER BY g.position, g.id`),
  },
  {
    key: 'planActions', title: 'Acties in het gezinsplan', portable: false, lead: 'Voor wanneer, en of het gedaan is.',
    sql: select(`'on', a.due_on, 'progress', a.state, 'organisation', ${orgName('a.owner_organisation_id')}`, `FROM plan_action a WHERE ${householdIs('a.household_id')} ${both} ORDER BY a.due_on, a.id`),
  },
  {
    key: 'planVersions', title: 'Wanneer uw gezin ja zei tegen het plan', portable: false, lead: 'Elk plan waar u ja tegen zei, bewaren wij zoals het was.',
    sql: select(`'on', v.agreed_on, 'agreedHow', v.how, 'recordedAt', v.recorded_at`, `FROM plan_version v WHERE ${householdIs('v.household_id')} ${both} ORDER BY v.number`),
  },
  {
    key: 'planPhases', title: 'De fasen van uw gezin', portable: false, lead: 'Waar uw gezin stond op de weg die we samen lopen.',
    sql: select(`'name', f.name, 'since', f.since`, `FROM plan_phase f WHERE ${householdIs('f.household_id')} ${both} ORDER BY f.number`),
  },
  {
    key: 'planSchemes', title: 'Regelingen waar we naar keken', portable: false, lead: 'Of een regeling uw gezin kon helpen.',
    sql: select(`'scheme', s.scheme, 'progress', s.state, 'since', s.since`, `FROM plan_scheme s WHERE ${householdIs('s.household_id')} ${both} ORDER BY s.scheme`),
  },
  {
    key: 'canvases', title: 'Doorbraakplannen van het gezin', portable: false, lead: 'De cijfers; de teksten staan verderop.',
    sql: select(`'createdAt', c.created_at, 'updatedAt', c.updated_at, 'costMuddlingOnCents', c.cost_muddling_on_cents,
      'costBreakingThroughCents', c.cost_breaking_through_cents, 'reviewOn', c.review_on`, `FROM canvas c WHERE ${householdIs('c.household_id')} ${both} ORDER BY c.id`),
  },
  {
    key: 'fundRequests', title: 'Aanvragen bij het fonds', portable: false, lead: 'Wat voor het gezin is gevraagd en besloten.',
    sql: select(`'domain', f.domain, 'amountCents', f.amount_cents, 'state', f.state, 'submittedOn', f.submitted_on, 'decisionDeadline', f.decision_deadline,
      'missing', CASE WHEN f.missing IS NULL THEN false ELSE true END, 'outcome', d.outcome, 'grantedCents', d.amount_cents, 'decidedAt', d.decided_at, 'heardOn', d.heard_on`,
    `FROM fund_request f LEFT JOIN fund_decision d ON d.fund_request_id = f.id WHERE ${householdIs('f.household_id')} ${both} ORDER BY f.id`),
  },
  {
    key: 'fundSteps', title: 'Wat er met die aanvragen gebeurde', portable: false, lead: 'In vaste zinnen.',
    sql: select(`'at', e.at, 'text', e.text`, `FROM fund_request_event e WHERE ${householdIs('e.household_id')} AND e.kind <> 'conflict' ${both} ORDER BY e.at, e.id`),
  },
  {
    key: 'advices', title: 'Adviezen van de commissie', portable: false, lead: 'De commissie kende uw naam niet.',
    sql: select(`'advice', a.advice, 'amountCents', a.amount_cents, 'advisedAt', a.advised_at`,
      `FROM committee_advice a WHERE ${householdIs('a.household_id')} ${both} ORDER BY a.advised_at`),
  },
  {
    key: 'remedies', title: 'Wanneer wij om aanvulling vroegen', portable: false, lead: 'Zolang staat de beslistermijn stil.',
    sql: select(`'invitedOn', s.invited_on, 'remedyUntil', s.remedy_until, 'supplementedOn', s.supplemented_on`,
      `FROM fund_suspension s WHERE ${householdIs('s.household_id')} ${both} ORDER BY s.invited_on`),
  },
  {
    key: 'bookings', title: 'Geboekt uit het fonds', portable: false, lead: 'Bedragen die voor het gezin zijn vastgelegd.',
    sql: select(`'kind', l.kind, 'amountCents', l.amount_cents, 'bookedAt', l.booked_at`,
      `FROM ledger_entry l JOIN fund_request f ON f.id = l.fund_request_id WHERE ${householdIs('f.household_id')} ${both} ORDER BY l.booked_at, l.id`),
  },
  {
    key: 'corrections', title: 'Wat er verbeterd is', portable: false, lead: 'Wat er eerst stond, en wat er nu staat.',
    sql: select(`'at', h.changed_at, 'field', h.field, 'oldValue', h.old_value, 'newValue', h.new_value`,
      `FROM member_history h WHERE (${memberIs('h.member_id')} OR (${householdIs('h.household_id')} AND h.field IN ('postcode', 'houseNumber', 'suffix', 'city'))) ${both} ORDER BY h.changed_at, h.id`),
  },
  {
    key: 'rightsRequests', title: 'Uw verzoeken over gegevens', portable: false, lead: 'Wat u ons vroeg en wat wij besloten.',
    sql: select(`'kind', q.kind, 'state', q.state, 'receivedOn', q.received_on, 'question', q.question, 'answerBy', q.answer_by, 'decidedAt', q.decided_at,
      'decisionReasons', q.decision_reasons, 'ownStatement', q.own_statement, 'byRepresentative', q.asked_by = 'representative'`,
    `FROM rights_request q WHERE ${memberIs('q.member_id')} ${both} ORDER BY q.id`),
  },
  {
    key: 'people', title: 'Wie bij het dossier kan', portable: false, lead: 'Wie met het gezin werkt en waarom.',
    sql: select(`'reason', a.reason, 'organisation', ${orgName('u.organisation_id')}, 'since', a.since, 'until', a.until`,
      `FROM household_access a JOIN app_user u ON u.id = a.user_id WHERE ${householdIs('a.household_id')} ${both} ORDER BY a.since`),
  },
  {
    key: 'handovers', title: 'Als een ander uw regisseur werd', portable: false, lead: 'Wanneer dat was afgesproken en hoe het ging.',
    sql: select(`'state', v.state, 'requestedAt', v.planned_at, 'plannedOn', v.talk_on, 'heldOn', v.talk_held_on, 'closedAt', v.ended_at`,
      `FROM handover v WHERE ${householdIs('v.household_id')} ${both} ORDER BY v.id`),
  },
  {
    key: 'emergencies', title: 'Wie het dossier met spoed opende', portable: false, lead: 'Dat mag alleen in nood, en wordt altijd nagekeken.',
    sql: select(`'at', g.started_at, 'organisation', ${orgName('u.organisation_id')}, 'outcome', g.outcome`,
      `FROM break_glass g JOIN app_user u ON u.id = g.user_id WHERE ${householdIs('g.household_id')} ${both} ORDER BY g.started_at`),
  },
  {
    key: 'accounts', title: 'Inloggen bij Naast', portable: false, lead: 'Of u of uw vertegenwoordiger kan inloggen.',
    sql: select(`'capacity', a.capacity`, `FROM resident_account a WHERE ${memberIs('a.member_id')} ${both} ORDER BY a.capacity`),
  },
  {
    key: 'timeline', title: 'Wat er gebeurde', portable: false, lead: 'Het verhaal van het gezin, in vaste zinnen zonder namen. Wat over één persoon gaat, staat bij die persoon.',
    sql: select(`'at', e.at, 'text', e.text`, `FROM household_event e WHERE ${householdIs('e.household_id')} AND ${isOfTheFamily('e')} ${both} ORDER BY e.at, e.id`),
  },
];
