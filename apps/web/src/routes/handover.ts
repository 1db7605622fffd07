import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';

const handoverOfFamily = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/overdracht',
  component: lazyRouteComponent(() => import('../features/handover/HandoverPage.js'), 'HandoverPage'),
});
const caseloads = createRoute({
  getParentRoute: inside,
  path: '/team/caseload',
  component: lazyRouteComponent(() => import('../features/handover/CaseloadsPage.js'), 'CaseloadsPage'),
});
const moveCaseload = createRoute({
  getParentRoute: inside,
  path: '/team/caseload/$userId/verplaatsen',
  component: lazyRouteComponent(() => import('../features/handover/MoveCaseloadPage.js'), 'MoveCaseloadPage'),
});

/** From one regisseur to the next: one family, or all of somebody who leaves. */
export const handover = [handoverOfFamily, caseloads, moveCaseload];
