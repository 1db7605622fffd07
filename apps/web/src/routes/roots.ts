import { createRootRoute, createRoute } from '@tanstack/react-router';
import { NowherePage } from './EdgePages.js';
import { SessionGate } from './SessionGate.js';

export const root = createRootRoute({ notFoundComponent: NowherePage });
export const signedIn = createRoute({ getParentRoute: () => root, id: 'in', component: SessionGate });
/** The parent of every page behind the sign-in. */
export const inside = () => signedIn;
