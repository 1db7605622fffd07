import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';

const teamBoard = createRoute({
  getParentRoute: inside,
  path: '/team',
  component: lazyRouteComponent(() => import('../features/board/TeamBoardPage.js'), 'TeamBoardPage'),
});

/** What a team lead looks at to see how the team stands. */
export const board = [teamBoard];
