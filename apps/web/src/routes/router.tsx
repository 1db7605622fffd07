import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Bones } from '../components/Bones.js';
import { wantHeadingFocus } from '../components/page-focus.js';
import { CrashPage, NotFoundPage, NowherePage } from './EdgePages.js';
import { SessionGate } from './SessionGate.js';
import * as filter from './search.js';

const root = createRootRoute({ notFoundComponent: NowherePage });
const signedIn = createRoute({ getParentRoute: () => root, id: 'in', component: SessionGate });
const inside = () => signedIn;

const signedOut = createRoute({
  getParentRoute: () => root,
  path: '/afgemeld',
  validateSearch: filter.filters({ reden: filter.oneOf('verlopen', 'mislukt') }),
  component: lazyRouteComponent(() => import('../features/session/SignedOutPage.js'), 'SignedOutPage'),
});
const unknownAccount = createRoute({
  getParentRoute: () => root,
  path: '/onbekend',
  component: lazyRouteComponent(() => import('../features/session/UnknownAccountPage.js'), 'UnknownAccountPage'),
});
const home = createRoute({ getParentRoute: inside, path: '/', component: lazyRouteComponent(() => import('./HomePage.js'), 'HomePage') });
const waitingList = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst',
  validateSearch: filter.filters({ urgentie: filter.urgencyFilter }),
  component: lazyRouteComponent(() => import('../features/waiting-list/WaitingListPage.js'), 'WaitingListPage'),
});
const newHousehold = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/nieuw',
  component: lazyRouteComponent(() => import('../features/intake/NewHouseholdPage.js'), 'NewHouseholdPage'),
});
const newImport = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/importeren',
  component: lazyRouteComponent(() => import('../features/intake-import/ImportPage.js'), 'ImportPage'),
});
const importResult = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/importeren/$id',
  component: lazyRouteComponent(() => import('../features/intake-import/ImportResultPage.js'), 'ImportResultPage'),
});
const households = createRoute({
  getParentRoute: inside,
  path: '/gezinnen',
  validateSearch: filter.filters({ status: filter.householdStateFilter, volgorde: filter.householdOrder }),
  component: lazyRouteComponent(() => import('../features/households/HouseholdsPage.js'), 'HouseholdsPage'),
});
const findByBsn = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/op-bsn',
  component: lazyRouteComponent(() => import('../features/households/FindByBsnPage.js'), 'FindByBsnPage'),
});
const household = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id',
  component: lazyRouteComponent(() => import('../features/households/DossierPage.js'), 'DossierPage'),
});
const assign = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/$id/regisseur',
  component: lazyRouteComponent(() => import('../features/waiting-list/AssignPage.js'), 'AssignPage'),
});
const decline = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/teruggeven',
  component: lazyRouteComponent(() => import('../features/households/DeclinePage.js'), 'DeclinePage'),
});
const legalBasis = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/grondslag',
  validateSearch: filter.filters({ lid: filter.idFilter, organisatie: filter.idFilter, terug: filter.oneOf('verwijzing') }),
  component: lazyRouteComponent(() => import('../features/records/NewBasisPage.js'), 'NewBasisPage'),
});
const whoSeesWhat = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/wie-ziet-wat',
  component: lazyRouteComponent(() => import('../features/who-sees-what/WhoSeesWhatPage.js'), 'WhoSeesWhatPage'),
});
const newMeeting = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/overleg',
  component: lazyRouteComponent(() => import('../features/who-sees-what/NewMeetingPage.js'), 'NewMeetingPage'),
});
const meetings = createRoute({
  getParentRoute: inside,
  path: '/overleggen',
  component: lazyRouteComponent(() => import('../features/who-sees-what/MeetingsPage.js'), 'MeetingsPage'),
});
const agreements = createRoute({
  getParentRoute: inside,
  path: '/privacy/overeenkomsten',
  component: lazyRouteComponent(() => import('../features/agreements/AgreementsPage.js'), 'AgreementsPage'),
});
const newAgreement = createRoute({
  getParentRoute: inside,
  path: '/privacy/overeenkomsten/nieuw',
  component: lazyRouteComponent(() => import('../features/agreements/AgreementForms.js'), 'NewAgreementPage'),
});
const agreement = createRoute({
  getParentRoute: inside,
  path: '/privacy/overeenkomsten/$id',
  component: lazyRouteComponent(() => import('../features/agreements/AgreementPage.js'), 'AgreementPage'),
});
const newReferral = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/verwijzing',
  component: lazyRouteComponent(() => import('../features/referrals/NewReferralPage.js'), 'NewReferralPage'),
});
const newCanvas = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/doorbraak',
  component: lazyRouteComponent(() => import('../features/doorbraak/NewCanvasPage.js'), 'NewCanvasPage'),
});
const canvas = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/doorbraak/$canvasId',
  component: lazyRouteComponent(() => import('../features/doorbraak/CanvasPage.js'), 'CanvasPage'),
});
const fundApply = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/fondsaanvraag',
  component: lazyRouteComponent(() => import('../features/fund/FundApplyPage.js'), 'FundApplyPage'),
});
const newReminder = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/herinnering',
  component: lazyRouteComponent(() => import('../features/reminders/NewReminderPage.js'), 'NewReminderPage'),
});
const referrals = createRoute({
  getParentRoute: inside,
  path: '/verwijzingen',
  validateSearch: filter.filters({ status: filter.referralStateFilter }),
  component: lazyRouteComponent(() => import('../features/referrals/ReferralsPage.js'), 'ReferralsPage'),
});
const referral = createRoute({
  getParentRoute: inside,
  path: '/verwijzingen/$id',
  component: lazyRouteComponent(() => import('../features/referrals/ReferralPage.js'), 'ReferralPage'),
});
const fund = createRoute({
  getParentRoute: inside,
  path: '/fonds',
  validateSearch: filter.filters({ status: filter.fundStateFilter }),
  component: lazyRouteComponent(() => import('../features/fund/FundPage.js'), 'FundPage'),
});
const fundRequest = createRoute({
  getParentRoute: inside,
  path: '/fonds/$id',
  component: lazyRouteComponent(() => import('../features/fund/FundRequestPage.js'), 'FundRequestPage'),
});
const inbox = createRoute({
  getParentRoute: inside,
  path: '/berichten',
  validateSearch: filter.filters({ toon: filter.oneOf('ongelezen') }),
  component: lazyRouteComponent(() => import('../features/inbox/InboxPage.js'), 'InboxPage'),
});

const privacy = createRoute({
  getParentRoute: inside,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/PrivacyPage.js'), 'PrivacyPage'),
});

const breakGlass = createRoute({
  getParentRoute: inside,
  path: '/noodtoegang',
  component: lazyRouteComponent(() => import('../features/break-glass/AskPage.js'), 'AskPage'),
});
const breakGlassList = createRoute({
  getParentRoute: inside,
  path: '/privacy/noodtoegang',
  validateSearch: filter.filters({ status: filter.oneOf('running', 'over', 'reviewed') }),
  component: lazyRouteComponent(() => import('../features/break-glass/BreakGlassListPage.js'), 'BreakGlassListPage'),
});
const breakGlassReview = createRoute({
  getParentRoute: inside,
  path: '/privacy/noodtoegang/$id',
  component: lazyRouteComponent(() => import('../features/break-glass/BreakGlassPage.js'), 'BreakGlassPage'),
});
const substitution = createRoute({
  getParentRoute: inside,
  path: '/waarneming',
  component: lazyRouteComponent(() => import('../features/involvement/SubstitutionPage.js'), 'SubstitutionPage'),
});
const endAssignment = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/regie-stoppen',
  component: lazyRouteComponent(() => import('../features/households/EndAssignmentPage.js'), 'EndAssignmentPage'),
});
const records = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/toestemming',
  component: lazyRouteComponent(() => import('../features/records/RecordsPage.js'), 'RecordsPage'),
});
const newRelease = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/toestemming/beroepsgeheim',
  validateSearch: filter.filters({ lid: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/records/NewReleasePage.js'), 'NewReleasePage'),
});
const newHelp = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/toestemming/hulp',
  validateSearch: filter.filters({ lid: filter.idFilter, vervangt: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/records/NewHelpPage.js'), 'NewHelpPage'),
});
const withdrawBasis = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/toestemming/$basisId/intrekken',
  component: lazyRouteComponent(() => import('../features/records/WithdrawPage.js'), 'WithdrawPage'),
});
const renewBasis = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/toestemming/$basisId/vernieuwen',
  component: lazyRouteComponent(() => import('../features/records/RenewPage.js'), 'RenewPage'),
});
const basisCatalogue = createRoute({
  getParentRoute: inside,
  path: '/privacy/grondslagen',
  component: lazyRouteComponent(() => import('../features/records/CataloguePage.js'), 'CataloguePage'),
});
const withdrawForResident = createRoute({
  getParentRoute: inside,
  path: '/privacy/intrekken',
  validateSearch: filter.filters({ zaak: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/records/RunningRecordsPage.js'), 'RunningRecordsPage'),
});
const destruction = createRoute({
  getParentRoute: inside,
  path: '/privacy/vernietiging',
  component: lazyRouteComponent(() => import('../features/retention/DestructionPage.js'), 'DestructionPage'),
});
const legalHolds = createRoute({
  getParentRoute: inside,
  path: '/privacy/vernietiging/vastgezet',
  component: lazyRouteComponent(() => import('../features/retention/LegalHoldsPage.js'), 'LegalHoldsPage'),
});
const destructionList = createRoute({
  getParentRoute: inside,
  path: '/privacy/vernietiging/$id',
  component: lazyRouteComponent(() => import('../features/retention/DestructionListPage.js'), 'DestructionListPage'),
});
const retentionRules = createRoute({
  getParentRoute: inside,
  path: '/privacy/bewaartermijnen',
  component: lazyRouteComponent(() => import('../features/retention/RetentionRulesPage.js'), 'RetentionRulesPage'),
});

const memberAccessLog = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/inzage',
  validateSearch: filter.filters({ lid: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/logs/MemberAccessLogPage.js'), 'MemberAccessLogPage'),
});
const auditLog = createRoute({
  getParentRoute: inside,
  path: '/privacy/logboek',
  validateSearch: filter.filters({ zaak: filter.idFilter, medewerker: filter.idFilter, actie: filter.actionFilter, vanaf: filter.dayFilter, tot: filter.dayFilter }),
  component: lazyRouteComponent(() => import('../features/logs/AuditLogPage.js'), 'AuditLogPage'),
});
const register = createRoute({
  getParentRoute: inside,
  path: '/privacy/register',
  component: lazyRouteComponent(() => import('../features/logs/RegisterPage.js'), 'RegisterPage'),
});

const rightsRequests = createRoute({
  getParentRoute: inside,
  path: '/privacy/verzoeken',
  validateSearch: filter.filters({ status: filter.oneOf('done') }),
  component: lazyRouteComponent(() => import('../features/rights/RightsRequestsPage.js'), 'RightsRequestsPage'),
});
const newRightsRequest = createRoute({
  getParentRoute: inside,
  path: '/privacy/verzoeken/nieuw',
  component: lazyRouteComponent(() => import('../features/rights/NewRequestByCasePage.js'), 'NewRequestByCasePage'),
});
const rightsRequest = createRoute({
  getParentRoute: inside,
  path: '/privacy/verzoeken/$id',
  component: lazyRouteComponent(() => import('../features/rights/RightsRequestPage.js'), 'RightsRequestPage'),
});
const askedRights = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/verzoek',
  component: lazyRouteComponent(() => import('../features/rights/NewRequestPage.js'), 'NewRequestPage'),
});
const correctMember = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/gegevens',
  validateSearch: filter.filters({ lid: filter.idFilter, verzoek: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/rights/CorrectMemberPage.js'), 'CorrectMemberPage'),
});

const elsewhere = createRoute({ getParentRoute: inside, path: '$', component: NotFoundPage });

const casework = [waitingList, newHousehold, newImport, importResult, households, findByBsn, household, assign, decline, legalBasis, newReferral];
// The privacy officer's workplace and the records of sharing; one line per room.
const sharing = [
  privacy,
  whoSeesWhat, newMeeting, meetings, agreements, newAgreement, agreement,
  memberAccessLog, auditLog, register,
  destruction, legalHolds, destructionList, retentionRules,
  breakGlass,
  breakGlassList,
  breakGlassReview,
  substitution,
  endAssignment,
  records, newRelease, newHelp, withdrawBasis, renewBasis, basisCatalogue, withdrawForResident,
];
const rights = [rightsRequests, newRightsRequest, rightsRequest, askedRights, correctMember];
const plans = [newCanvas, canvas, fundApply, newReminder, referrals, referral, fund, fundRequest, inbox, elsewhere];

export const router = createRouter({
  routeTree: root.addChildren([signedOut, unknownAccount, signedIn.addChildren([home, ...casework, ...rights, ...sharing, ...plans])]),
  defaultPreload: 'intent',
  defaultPendingComponent: Bones,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) wantHeadingFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
