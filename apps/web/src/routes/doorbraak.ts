import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

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

/** Doorbraak, fund, and what comes back to you. */
export const doorbraak = [newCanvas, canvas, fundApply, newReminder, fund, fundRequest, inbox];
