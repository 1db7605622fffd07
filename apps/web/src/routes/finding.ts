import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const search = createRoute({ getParentRoute: inside, path: '/zoeken', component: lazyRouteComponent(() => import('../features/search/SearchPage.js'), 'SearchPage') });
const merge = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/samenvoegen',
  validateSearch: filter.filters({ met: filter.idFilter }),
  component: lazyRouteComponent(() => import('../features/merge/MergePage.js'), 'MergePage'),
});
const split = createRoute({ getParentRoute: inside, path: '/gezinnen/$id/splitsen', component: lazyRouteComponent(() => import('../features/merge/SplitPage.js'), 'SplitPage') });

/** Finding a family, making one of two dossiers, and two of one. */
export const finding = [search, merge, split];
