import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Bones } from '../components/Bones.js';
import { wantHeadingFocus } from '../components/page-focus.js';
import { board } from './board.js';
import { caseCourse } from './case.js';
import { casework } from './casework.js';
import { contacts } from './contacts.js';
import { doorbraak } from './doorbraak.js';
import { handover } from './handover.js';
import { CrashPage, NotFoundPage } from './EdgePages.js';
import { people } from './people.js';
import { plan } from './plan.js';
import { finding } from './finding.js';
import { privacy } from './privacy.js';
import { inside, root, signedIn } from './roots.js';
import { scores } from './scores.js';
import { sharing } from './sharing.js';
import { waiting } from './waiting.js';
import * as filter from './search.js';

const signedOut = createRoute({
  getParentRoute: () => root,
  path: '/afgemeld',
  validateSearch: filter.filters({ reden: filter.oneOf('verlopen', 'mislukt') }),
  component: lazyRouteComponent(() => import('../features/session/SignedOutPage.js'), 'SignedOutPage'),
});
const unknownAccount = createRoute({
  getParentRoute: () => root,
  path: '/onbekend',
  component: lazyRouteComponent(() => import('../features/session/UnknownAccountPage.js'), 'UnknownAccountPage'),
});
const home = createRoute({ getParentRoute: inside, path: '/', component: lazyRouteComponent(() => import('./HomePage.js'), 'HomePage') });
const elsewhere = createRoute({ getParentRoute: inside, path: '$', component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([signedOut, unknownAccount, signedIn.addChildren([home, ...casework, ...caseCourse, ...waiting, ...finding, ...people, ...plan, ...board, ...handover, ...scores, ...sharing, ...contacts, ...privacy, ...doorbraak, elsewhere])]),
  defaultPreload: 'intent',
  defaultPendingComponent: Bones,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) wantHeadingFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
