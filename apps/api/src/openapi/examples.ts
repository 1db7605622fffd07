import type { ReferenceObject, SchemaObject } from '@nestjs/swagger';

const ID = (last: string): string => `0199d1c2-7a10-7c3e-9a55-${last.padStart(12, '0')}`;
const [HOUSEHOLD, FATIMA, NOOR, KREDIETBANK, REGISSEUR] = ['a1', 'b1', 'b2', 'c1', 'd1'].map(ID);
const SCALE = ID('e1');

const CANVAS = {
  perspective: 'Over een jaar is er rust in huis. Noor gaat elke dag naar school.',
  obstacles: 'Zonder inschrijving geen huurtoeslag, zonder huurtoeslag geen huis.',
  needed: 'Een huis in de eigen wijk en drie maanden lucht.',
  ownContribution: 'Fatima werkt 24 uur en volgt het spreekuur van de kredietbank.',
  whoDoesWhat: 'De regisseur belt de corporatie. De kredietbank maakt het budgetplan.',
  whoPays: 'Het fonds betaalt de borg.',
  legalRoom: { effect: 'De school blijft dichtbij.', basicValues: 'Bestaanszekerheid.', longTerm: 'Geen opvang nodig.', law: 'Awb 4:84.' },
  values: { legitimacy: 'De regel wil dit voorkomen.', involvement: 'Het gezin vroeg hier zelf om.', return: 'Het scheelt opvang.' },
  costMuddlingOnCents: 4_000_000,
  costBreakingThroughCents: 350_000,
  reviewOn: '2027-05-24',
};

/** Everyone here is invented. Fields that are not named may be left out. */
const EXAMPLES: Record<string, object> = {
  RegisterHouseholdRequest: {
    urgency: 'hoog', urgencyReason: 'De stroom wordt over twee weken afgesloten.', reportedOn: '2026-11-20', source: 'wijkagent',
    lifeDomains: ['finances', 'housing'], note: 'Bel liever niet voor tien uur.',
    address: { postcode: '9711 AB', houseNumber: '12', suffix: 'A', city: 'Groningen', neighbourhood: 'Centrum', protected: false },
    safetyChecked: true,
    members: [
      { role: 'main', firstName: 'Fatima', lastName: 'Bouzid', birthDate: '1988-04-12', bsn: '999990019', phone: '06 12345678', email: 'fatima@voorbeeld.nl' },
      { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' },
    ],
  },
  HouseholdSearchRequest: { text: 'Jong, de' },
  MergeHouseholdsRequest: {
    mergedHouseholdId: ID('a2'), mergedVersion: 1, fields: { address: 'merged' }, members: [{ memberId: FATIMA, sameAsMemberId: NOOR }],
  },
  SplitHouseholdRequest: {
    members: [{ memberId: FATIMA, role: 'main', staysToo: false }, { memberId: NOOR, role: 'child', staysToo: true }], mainHereId: REGISSEUR, safetyChecked: true,
    address: { postcode: '9712 CD', houseNumber: '5', city: 'Groningen', protected: false },
  },
  CaseStepRequest: { action: 'decline-help', reason: 'Het gezin wil het eerst zelf proberen.' },
  ClosureRequest: {
    planEvaluation: 'Het huis is gelukt. De opleiding niet: eerst rust.', familyWords: 'We kunnen weer ademhalen.', familyJudgement: 4,
    madeTheDifference: 'Dat één persoon alles wist.', agreed: 'Bij post die ze niet begrijpen bellen ze het spreekuur.',
  },
  AftercareAttemptRequest: { reached: true, heldOn: '2026-11-20', going: 'well', words: 'Noor gaat elke dag naar school.' },
  RaiseEscalationRequest: {
    reason: 'De corporatie zegt nee en de ontruiming is over drie weken.', tried: 'Drie keer gebeld, een brief gestuurd, samen langs geweest.',
    asked: 'Wil jij met de directeur van de corporatie bellen?', answerBy: '2026-12-01',
  },
  EscalationAnswerRequest: { answer: 'Ik bel de directeur vanmiddag en laat het je morgen weten.' },
  OverridingDecisionRequest: {
    decided: 'Het gezin krijgt de woning met voorrang.', against: 'Afdeling Wonen', refusal: 'Geen voorrang: de inschrijving is te kort.',
    legalRoom: 'Awb 4:84: de beleidsregel pakt hier onevenredig uit.',
  },
  EndEscalationRequest: { outcome: 'De ontruiming is van de baan. De regisseur gaat verder met het plan.' },
  ProposeRegisseurRequest: { regisseurId: REGISSEUR, note: 'Je kent de school van Noor goed.' },
  WriteContactRequest: {
    kind: 'home-visit', contactAt: '2026-11-20T13:00:00Z', memberIds: [FATIMA], others: 'oma', discussed: 'Samen de post geopend. Er is een brief van de woningcorporatie.',
    nextStep: 'Bel de corporatie over de brief.', remindOn: '2026-11-24',
  },
  CorrectContactRequest: {
    kind: 'home-visit', contactAt: '2026-11-20T13:00:00Z', memberIds: [FATIMA], discussed: 'Samen de post geopend. Er zijn twee brieven.', reason: 'Het waren twee brieven.',
  },
  SetAgendaRequest: { points: [{ title: 'Hoe gaat het thuis?', broughtBy: 'het gezin' }, { title: 'De huur' }] },
  AgendaPointRequest: { title: 'De huur', broughtBy: 'de kredietbank' },
  AttendanceRequest: { organisationIds: [KREDIETBANK], memberIds: [FATIMA], others: 'oma' },
  WriteMinutesRequest: { points: [{ pointId: ID('e1'), discussed: 'De huur is twee maanden achter.' }] },
  DiscussedRequest: { pointId: ID('e1'), discussed: 'De huur is twee maanden achter.' },
  DecideRequest: { pointId: ID('e1'), what: 'Een betaalregeling afspreken', ownerKind: 'user', ownerUserId: REGISSEUR, dueOn: '2026-12-07' },
  CorrectMinutesRequest: { text: 'De huur was een maand achter, niet twee.' },
  PlanCaseReviewRequest: { plannedAt: '2026-12-01T09:00:00Z', title: 'Gezinnen met jonge kinderen', participantIds: [REGISSEUR] },
  BringInFamilyRequest: { householdId: HOUSEHOLD, situation: 'Een moeder met een kind op de basisschool. Er zijn schulden en er is weinig rust.', question: 'Wat helpt als de post dicht blijft?' },
  RewriteFamilyRequest: { situation: 'Een moeder met een kind op de basisschool.', question: 'Wat helpt als de post dicht blijft?', outcome: 'Samen openen, elke week op een vaste dag.' },
  SaveDraftRequest: { kind: 'phone', moment: '2026-11-23T10:30', memberIds: [FATIMA], others: '', discussed: 'Fatima belde over', nextStep: '', remind: '' },
  AddMemberRequest: { role: 'child', firstName: 'Sem', lastName: 'Bouzid', birthDate: '2026-10-30', joinedOn: '2026-10-30', protectedAddress: false },
  ChangeRoleRequest: { role: 'main' },
  LeaveRequest: { leftOn: '2026-11-01', reason: 'own-home' },
  ReturnRequest: { on: '2026-11-20', role: 'child' },
  ChangeContactRequest: {
    phone: '06 12345678', preferredChannel: 'text-message', language: 'ar', interpreterNeeded: true, noCallsFrom: '09:00', noCallsUntil: '15:00',
    contactRemark: 'Bel alleen op haar eigen telefoon.', livesElsewhere: true, elsewhereAgreement: 'Om de week bij papa, van vrijdag tot vrijdag.', protectedAddress: false,
  },
  MoveHouseRequest: { postcode: '9712 CD', houseNumber: '5', city: 'Groningen', neighbourhood: 'Lewenborg', protected: false, movedOn: '2026-11-01' },
  RecordRepresentativeRequest: { memberId: FATIMA, kind: 'administrator', name: 'M. de Wit', organisation: 'Bewind Noord', phone: '050 1234567', since: '2026-01-01' },
  RepresentativeRequest: { kind: 'administrator', name: 'M. de Wit', organisation: 'Bewind Noord', since: '2026-01-01', until: '2026-12-01' },
  NetworkPersonRequest: {
    memberId: NOOR, kind: 'buddy', relation: 'buddy van Noor', name: 'Loes Prins', phone: '06 12345679', agreement: 'yes', agreedOn: '2026-11-20', since: '2026-11-20',
    backupUserId: REGISSEUR,
  },
  ChangeUrgencyRequest: { urgency: 'spoed', reason: 'De stroom wordt volgende week afgesloten.' },
  NoteCallRequest: { calledOn: '2026-11-20', outcome: 'voicemail', note: 'Bel na vier uur.', nextTryOn: '2026-11-27' },
  PlanHomeVisitRequest: { visitOn: '2026-12-01', visitorId: REGISSEUR },
  NoteSignalStepRequest: { action: 'send-letter', note: 'Brief met het aanbod voor een gesprek.' },
  GoalRequest: { lifeDomain: 'finances', words: 'Wij willen rustig slapen', why: 'De brieven maken ons bang.' },
  MoveGoalRequest: { move: 'drop', reason: 'Dit is niet meer nodig.' },
  OrderGoalsRequest: { goalIds: [ID('a9')] },
  PlanActionRequest: { what: 'Samen de post openmaken', ownerKind: 'member', ownerMemberId: FATIMA, dueOn: '2026-12-01' },
  MovePlanActionRequest: { move: 'finish' },
  PlanYesRequest: { forMemberId: NOOR, memberId: FATIMA, capacity: 'parent-with-authority' },
  AgreeToPlanRequest: {
    agreedBy: [{ forMemberId: FATIMA, memberId: FATIMA, capacity: 'self' }], agreedOn: '2026-11-23', how: 'talk', reservations: 'Liever niet op maandag.', reviewOn: '2027-02-23',
  },
  SetReviewRequest: { reviewOn: '2027-02-23' },
  MovePhaseRequest: { phase: 'work', since: '2026-11-23', reason: 'Het vertrouwen is er. We gaan doen wat in het plan staat.' },
  SetSchemeRequest: { state: 'requested', since: '2026-11-23' },
  DeclineAssignmentRequest: { reason: 'Ik heb de komende zes weken geen ruimte.' },
  PlanHandoverRequest: { successorId: REGISSEUR, reason: 'Jelle gaat in een ander team werken.', talkOn: '2026-12-07' },
  HandoverReasonRequest: { reason: 'Jelle is lang ziek.' },
  MoveTalkRequest: { talkOn: '2026-12-14' },
  RecordTalkRequest: { heldOn: '2026-12-07', memberIds: [FATIMA, NOOR] },
  MoveCaseloadRequest: { reason: 'Jelle gaat met pensioen.', talkOn: '2026-12-21', families: [{ householdId: HOUSEHOLD, successorId: REGISSEUR }] },
  MeasureRequest: {
    moment: 'interim', measuredOn: '2026-11-20', view: 'family', scaleId: SCALE, scores: [{ domain: 'finances', step: 3, reason: 'De betalingsregeling loopt, maar er is nog geen spaargeld.' }],
  },
  CorrectRoundRequest: {
    moment: 'interim', measuredOn: '2026-11-20', view: 'family', scaleId: SCALE, scores: [{ domain: 'finances', step: 4, reason: 'De betalingsregeling loopt en er is wat gespaard.' }],
    correctionReason: 'De verkeerde stap gekozen.',
  },
  ScoreRequest: { domain: 'finances', step: 3, reason: 'De betalingsregeling loopt.' },
  MakeScoreScaleRequest: {
    name: 'Hoe gaat het?', validFrom: '2027-01-01', domains: ['finances', 'housing'], mapsPrevious: [1, 1, 2, 3, 3],
    steps: [{ label: 'Slecht', description: 'Er is nu hulp nodig.' }, { label: 'Matig', description: 'Het lukt soms.' }, { label: 'Goed', description: 'Het lukt zelf.' }],
  },
  PreviewLifeEventRequest: { kind: 'move', on: '2027-02-01' },
  StartLifeEventRequest: { kind: 'move', on: '2027-02-01', note: 'Naar een huis met een eigen kamer voor Noor.' },
  CorrectLifeEventRequest: { on: '2027-03-01', note: 'De sleutel komt later.' },
  WithdrawLifeEventRequest: { reason: 'De verhuizing gaat niet door.' },
  EndAssignmentRequest: { reason: 'Jelle gaat in een ander team werken.' },
  ArrangeSubstitutionRequest: { substituteId: REGISSEUR, firstDay: '2026-12-21', lastDay: '2027-01-03' },
  OpenBreakGlassRequest: { caseNumber: '2026-000123', reason: 'De moeder belt de crisislijn en haar regisseur is niet bereikbaar.' },
  CloseBreakGlassRequest: { note: 'De crisisdienst is langs geweest. Bel morgen de school.' },
  ReviewBreakGlassRequest: { outcome: 'justified', note: 'Er was crisis en de regisseur was vrij.' },
  RecordLegalBasisRequest: {
    memberId: FATIMA, type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten', dataCategories: ['name', 'contact', 'finances'],
    toOrganisationId: KREDIETBANK, validFrom: '2026-11-23', validUntil: '2027-11-23', proof: 'conversation', catalogueCode: 'wgs',
    agreedBy: [{ memberId: FATIMA, capacity: 'self' }],
  },
  RenewLegalBasisRequest: { validFrom: '2026-11-23', validUntil: '2027-11-23', proof: 'conversation', freelyGivenReason: 'Zegt Fatima nee, dan gaat onze hulp gewoon door.', agreedBy: [{ memberId: FATIMA, capacity: 'self' }] },
  AgreedByRequest: { memberId: FATIMA, capacity: 'parent-with-authority' },
  RecordSecrecyReleaseRequest: {
    memberId: NOOR, professional: 'huisarts', releasedOrganisation: 'Huisartsenpraktijk De Linde', toOrganisationId: KREDIETBANK, categories: ['health'],
    purpose: 'Rekening houden met de behandeling van Noor', validFrom: '2026-11-23', validUntil: '2027-05-23', proof: 'signed-form',
    agreedBy: [{ memberId: FATIMA, capacity: 'parent-with-authority' }],
  },
  RecordHelpAgreementRequest: {
    memberId: FATIMA, help: 'Samen de post openen en een budgetplan maken', validFrom: '2026-11-23', proof: 'conversation', agreedBy: [{ memberId: FATIMA, capacity: 'self' }],
  },
  RecordAuthorityRequest: { childId: NOOR, adultId: FATIMA, hasAuthority: true, source: 'register' },
  WithdrawRecordRequest: { reason: 'Fatima wil dit niet meer.' },
  SwitchBasisRuleRequest: { enabled: true, reason: 'Het college heeft besloten om met deze wet te werken.' },
  ChangeActivityRequest: { purpose: 'Eén regisseur houdt het overzicht.', recipients: ['Regisseur', 'Waarnemer'] },
  WithdrawLegalBasisRequest: { reason: 'Fatima wil dit niet meer.' },
  SharingPreviewRequest: { toOrganisationId: KREDIETBANK, shares: [{ memberId: FATIMA, categories: ['name', 'contact'] }, { memberId: NOOR, categories: ['name'] }] },
  SharingPreviewResponse: {
    allowed: false,
    covered: [{ memberId: FATIMA, memberName: 'Fatima Bouzid', category: 'name', basisId: ID('e1'), until: '2027-11-23' }],
    missing: [{ memberId: NOOR, memberName: 'Noor Bouzid', category: 'name', reason: 'no-basis', message: 'Voor de naam van Noor Bouzid is er geen grondslag.' }],
    sentence: 'Groningse Kredietbank ziet de naam van Fatima Bouzid, op grond van Wgs art. 8, tot 23 november 2027.',
  },
  SendReferralRequest: {
    toOrganisationId: KREDIETBANK, question: 'Willen jullie de schulden op een rij zetten?', threatening: true,
    shares: [{ memberId: FATIMA, categories: ['name', 'contact'] }],
  },
  PlanMeetingRequest: {
    plannedAt: '2027-01-14T09:00:00Z', subject: 'Hoe het gaat met de schulden',
    invited: [{ organisationId: KREDIETBANK, shares: [{ memberId: FATIMA, categories: ['name', 'finances'] }] }],
  },
  RecordAgreementRequest: {
    organisationId: KREDIETBANK, title: 'Convenant samen bij schulden', reference: 'PO-2026-01', signedOn: '2026-11-20', validFrom: '2026-11-20',
    validUntil: '2029-11-20', categories: ['name', 'contact', 'finances'], documentReference: 'Zaaksysteem PO-2026-01',
  },
  ConfirmAgreementRequest: {
    title: 'Convenant samen bij schulden', reference: 'PO-2026-01', signedOn: '2026-11-20', validFrom: '2026-11-20', validUntil: '2029-11-20',
    categories: ['name', 'contact', 'finances'], documentReference: 'Zaaksysteem PO-2026-01',
  },
  EndAgreementRequest: { reason: 'De samenwerking stopt.' },
  AcceptReferralRequest: { note: 'Wij bellen morgen.' },
  RejectReferralRequest: { code: 'no-capacity', explanation: 'Wij hebben tot februari geen plek.', nextStep: 'De Gemeentelijke Kredietbank heeft wel ruimte.' },
  FirstContactRequest: { contactedOn: '2026-11-25', kind: 'home-visit', note: 'Kennisgemaakt. Fatima zoekt de brieven bij elkaar.' },
  FeedbackRequest: { note: 'Er is een betalingsregeling met het energiebedrijf.' },
  CompleteReferralRequest: { outcome: 'Alle schulden staan op een rij. Er is een plan van drie jaar.', note: 'Nazorg na een half jaar.' },
  CancelReferralRequest: { reason: 'Het gezin verhuist.' },
  CanvasRequest: CANVAS,
  DraftFundRequestRequest: {
    fundId: ID('f1'), canvasId: ID('f2'), domain: 'housing', amountCents: 350_000,
    purpose: 'De borg en de eerste huur.', whyNoScheme: 'De bijzondere bijstand betaalt geen borg.',
  },
  CompletenessRequest: { complete: false, missing: 'De offerte van de verhuizer ontbreekt.', remedyUntil: '2026-12-07' },
  SupplementRequest: { note: 'De offerte is 450 euro.' },
  AgendaRequest: { meetingOn: '2026-12-10' },
  AdviceRequest: { advice: 'grant', amountCents: 350_000, reasons: 'Dit geeft rust en voorkomt opvang.' },
  ConflictRequest: { reason: 'Ik ken dit gezin van de sportclub.' },
  DecisionRequest: { outcome: 'granted', amountCents: 350_000, reasons: 'Het gezin krijgt hiermee een huis. Geen andere regeling betaalt dit.' },
  SavedViewRequest: { name: 'Deze week bellen', due: 'week', order: 'next-step' },
  PlanReminderRequest: { title: 'Bel de corporatie over de achterstand', dueAt: '2026-12-01T09:00:00Z', note: 'Vraag naar de coulanceregeling.' },
  RevealBsnRequest: { reason: 'application' },
  BsnLookupRequest: { bsn: '999990019' },
  ChangeTermRequest: { count: 20, unit: 'years', reason: 'De gemeente bewaart deze hulp langer.' },
  PlaceLegalHoldRequest: { caseNumber: '2026-000123', kind: 'objection', reason: 'Er loopt een bezwaar.', until: '2027-06-01' },
  MarkHelpKindsRequest: { caseNumber: '2026-000123', kinds: ['youth-help'] },
  KeepRecordRequest: { reason: 'Er is jeugdhulp geweest.', until: '2031-01-01' },
  WithdrawDestructionListRequest: { reason: 'De termijnen worden eerst nagekeken.' },
  RecordRightsRequestRequest: { memberId: FATIMA, kind: 'access', receivedOn: '2026-11-20', channel: 'conversation', question: 'Wat weten jullie van mij?', askedBy: 'self', identityHow: 'known-in-person' },
  IdentityRequest: { how: 'document-seen' },
  ExtensionRequest: { reasons: 'Het dossier is groot en we moeten veel teksten nakijken.', toldOn: '2026-11-23' },
  RightsDecisionRequest: { outcome: 'granted', reasons: 'U heeft recht op inzage.' },
  CompletionOfRequestRequest: { doneOn: '2026-11-30', note: 'Op papier gegeven tijdens een huisbezoek.' },
  WithdrawRightsRequestRequest: { reason: 'Fatima heeft haar antwoord al.' },
  LiftRestrictionRequest: { toldOn: '2026-11-28', reason: 'De gegevens zijn verbeterd.' },
  CheckTextsRequest: { checkedForOthers: true, texts: [{ id: ID('e1'), included: true, blacken: ['Erik'] }] },
  CorrectMemberRequest: { reason: 'Fatima liet haar paspoort zien.', birthDate: '1988-04-13' },
  MeResponse: {
    user: { id: REGISSEUR, name: 'Jelle Hoekstra' }, organisation: { id: ID('c2'), name: 'WIJ Groningen' }, municipality: { id: ID('c3'), name: 'Groningen' },
    roles: ['regisseur'], csrfToken: 'b8W0r1d3nT0k3n', sessionExpiresAt: '2026-11-23T18:00:00.000Z', unreadCount: 2, maySeeBsn: false,
  },
  RegisteredHouseholdResponse: { id: HOUSEHOLD, caseNumber: '2026-000123', version: 1 },
};

const CSV = 'Aanmeldnummer;Aanmelddatum;Bron;Achternaam;Tussenvoegsel;Voorletters/roepnaam;Geboortedatum;BSN;Relatie;Postcode;Huisnr;Woonplaats;Urgentie\r\nA26-11001;2026-11-20;wijkagent;Bouzid;;Fatima;12-4-1988;999990019;hoofdbewoner;9711 AB;12;Groningen;hoog\r\n';

/** The example of a body; nothing for a body that needs none. */
export function exampleOf(schema: SchemaObject | ReferenceObject | undefined): unknown {
  if (!schema) return undefined;
  if ('$ref' in schema) return EXAMPLES[schema.$ref.split('/').at(-1) ?? ''];
  return schema.type === 'string' && schema.format === 'binary' ? CSV : undefined;
}
