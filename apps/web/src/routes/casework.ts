import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const waitingList = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst',
  validateSearch: filter.filters({ urgentie: filter.urgencyFilter }),
  component: lazyRouteComponent(() => import('../features/waiting-list/WaitingListPage.js'), 'WaitingListPage'),
});
const newHousehold = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/nieuw',
  validateSearch: filter.filters({ signaal: filter.idFilter }),
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
  validateSearch: filter.filters({ status: filter.householdStateFilter, wanneer: filter.householdDue, volgorde: filter.householdOrder }),
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

/** Families: from the waiting list to the dossier. */
export const casework = [
  waitingList, newHousehold, newImport, importResult, households, findByBsn,
  household, assign, decline, substitution, endAssignment,
];
