import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const desk = createRoute({
  getParentRoute: inside,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/PrivacyPage.js'), 'PrivacyPage'),
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

/** The privacy officer's workplace and what residents may ask. */
export const privacy = [
  desk, agreements, newAgreement, agreement, memberAccessLog, auditLog,
  register, destruction, legalHolds, destructionList, retentionRules, breakGlass,
  breakGlassList, breakGlassReview, basisCatalogue, withdrawForResident, rightsRequests, newRightsRequest,
  rightsRequest, askedRights, correctMember,
];
