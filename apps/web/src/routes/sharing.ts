import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

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
const newReferral = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/verwijzing',
  component: lazyRouteComponent(() => import('../features/referrals/NewReferralPage.js'), 'NewReferralPage'),
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

/** What is shared with whom: records, referrals, meetings. */
export const sharing = [
  legalBasis, whoSeesWhat, records, newRelease,
  newHelp, withdrawBasis, renewBasis, newReferral, referrals, referral,
];
