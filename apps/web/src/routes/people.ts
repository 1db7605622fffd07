import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const family = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen',
  component: lazyRouteComponent(() => import('../features/people/PeoplePage.js'), 'PeoplePage'),
});
const newMember = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/nieuw',
  component: lazyRouteComponent(() => import('../features/people/NewMemberPage.js'), 'NewMemberPage'),
});
const address = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/adres',
  component: lazyRouteComponent(() => import('../features/people/AddressPage.js'), 'AddressPage'),
});
const authority = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/gezag',
  component: lazyRouteComponent(() => import('../features/people/AuthorityPage.js'), 'AuthorityPage'),
});
const representative = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/vertegenwoordiger',
  validateSearch: filter.filters({ persoon: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/people/RepresentativePage.js'), 'RepresentativePage'),
});
const network = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/netwerk',
  validateSearch: filter.filters({ persoon: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/people/NetworkPage.js'), 'NetworkPage'),
});
const member = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/$lid',
  component: lazyRouteComponent(() => import('../features/people/MemberPage.js'), 'MemberPage'),
});
const belonging = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/mensen/$lid/plek',
  component: lazyRouteComponent(() => import('../features/people/BelongingPage.js'), 'BelongingPage'),
});
const backups = createRoute({
  getParentRoute: inside,
  path: '/achterwacht',
  component: lazyRouteComponent(() => import('../features/people/BackupsPage.js'), 'BackupsPage'),
});

/** Who belongs to a family, and who stands beside it. */
export const people = [family, newMember, address, authority, representative, network, member, belonging, backups];
