import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const areas = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/leefgebieden',
  component: lazyRouteComponent(() => import('../features/scores/ScoresPage.js'), 'ScoresPage'),
});
const measure = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/leefgebieden/meting',
  validateSearch: filter.filters({ verbetert: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/scores/MeasurePage.js'), 'MeasurePage'),
});
const events = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/gebeurtenissen',
  component: lazyRouteComponent(() => import('../features/life-events/LifeEventsPage.js'), 'LifeEventsPage'),
});
const startEvent = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/gebeurtenissen/nieuw',
  validateSearch: filter.filters({ voorstel: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/life-events/StartEventPage.js'), 'StartEventPage'),
});
const changeEvent = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/gebeurtenissen/$eventId',
  validateSearch: filter.filters({ doe: filter.oneOf('verbeteren', 'intrekken') }),
  component: lazyRouteComponent(() => import('../features/life-events/ChangeEventPage.js'), 'ChangeEventPage'),
});

/** How it goes with a family, and what happens in its life. */
export const scores = [areas, measure, events, startEvent, changeEvent];
