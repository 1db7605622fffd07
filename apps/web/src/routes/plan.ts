import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const page = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan',
  component: lazyRouteComponent(() => import('../features/plan/PlanPage.js'), 'PlanPage'),
});
const newGoal = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/doel',
  component: lazyRouteComponent(() => import('../features/plan/GoalPage.js'), 'NewGoalPage'),
});
const goal = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/doel/$goalId',
  component: lazyRouteComponent(() => import('../features/plan/GoalPage.js'), 'GoalPage'),
});
const newAction = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/actie',
  validateSearch: filter.filters({ doel: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/plan/ActionPage.js'), 'NewActionPage'),
});
const action = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/actie/$actionId',
  component: lazyRouteComponent(() => import('../features/plan/ActionPage.js'), 'ActionPage'),
});
const agreement = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/akkoord',
  component: lazyRouteComponent(() => import('../features/plan/AgreementPage.js'), 'AgreementPage'),
});
const versions = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/plan/versies',
  component: lazyRouteComponent(() => import('../features/plan/VersionsPage.js'), 'VersionsPage'),
});

/** The one plan of a family. */
export const plan = [page, newGoal, goal, newAction, action, agreement, versions];
