import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';

const course = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/verloop',
  component: lazyRouteComponent(() => import('../features/case/CoursePage.js'), 'CoursePage'),
});
const step = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/stap/$stap',
  component: lazyRouteComponent(() => import('../features/case/StepPage.js'), 'StepPage'),
});
const reopen = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/heropenen',
  component: lazyRouteComponent(() => import('../features/case/StepPage.js'), 'ReopenPage'),
});
const escalate = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/opschalen',
  component: lazyRouteComponent(() => import('../features/case/EscalatePage.js'), 'EscalatePage'),
});
const escalation = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/afschalen',
  component: lazyRouteComponent(() => import('../features/case/EscalationPage.js'), 'EscalationPage'),
});
const close = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/afsluiten',
  component: lazyRouteComponent(() => import('../features/case/ClosePage.js'), 'ClosePage'),
});
const aftercare = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/nazorg',
  component: lazyRouteComponent(() => import('../features/case/AftercarePage.js'), 'AftercarePage'),
});

/** How the help of one family goes, from the first look at its safety to the aftercare. */
export const caseCourse = [course, step, reopen, escalate, escalation, close, aftercare];
