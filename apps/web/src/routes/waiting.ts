import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const family = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/$id',
  component: lazyRouteComponent(() => import('../features/waiting-list/WaitingFamilyPage.js'), 'WaitingFamilyPage'),
});
const trend = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/verloop',
  component: lazyRouteComponent(() => import('../features/waiting-list/TrendPage.js'), 'TrendPage'),
});
const signals = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/signalen',
  validateSearch: filter.filters({ stand: filter.signalStateFilter }),
  component: lazyRouteComponent(() => import('../features/early-signals/SignalsPage.js'), 'SignalsPage'),
});
const signal = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/signalen/$id',
  component: lazyRouteComponent(() => import('../features/early-signals/SignalPage.js'), 'SignalPage'),
});
const importSignals = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/signalen/inlezen',
  component: lazyRouteComponent(() => import('../features/early-signals/SignalImportPage.js'), 'SignalImportPage'),
});
const importedSignals = createRoute({
  getParentRoute: inside,
  path: '/wachtlijst/signalen/inlezen/$id',
  component: lazyRouteComponent(() => import('../features/early-signals/SignalImportResultPage.js'), 'SignalImportResultPage'),
});

/** A family that waits, how the list goes, and the signals that come before. */
export const waiting = [family, trend, signals, signal, importSignals, importedSignals];
