import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots.js';
import * as filter from './search.js';

const timeline = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/tijdlijn',
  validateSearch: filter.filters({ soort: filter.timelineGroupFilter, met: filter.idFilter, van: filter.dayFilter, tot: filter.dayFilter }),
  component: lazyRouteComponent(() => import('../features/contacts/TimelinePage.js'), 'TimelinePage'),
});
const contact = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/tijdlijn/$noteId',
  component: lazyRouteComponent(() => import('../features/contacts/ContactPage.js'), 'ContactPage'),
});
const familyMeetings = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/overleggen',
  component: lazyRouteComponent(() => import('../features/meetings/FamilyMeetingsPage.js'), 'FamilyMeetingsPage'),
});
const meeting = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/overleggen/$meetingId',
  component: lazyRouteComponent(() => import('../features/meetings/MeetingPage.js'), 'MeetingPage'),
});
const newMeeting = createRoute({
  getParentRoute: inside,
  path: '/gezinnen/$id/overleg',
  component: lazyRouteComponent(() => import('../features/meetings/NewMeetingPage.js'), 'NewMeetingPage'),
});
const meetings = createRoute({
  getParentRoute: inside,
  path: '/overleggen',
  component: lazyRouteComponent(() => import('../features/meetings/MeetingsPage.js'), 'MeetingsPage'),
});
const newCaseReview = createRoute({
  getParentRoute: inside,
  path: '/overleggen/casuistiek',
  component: lazyRouteComponent(() => import('../features/meetings/NewCaseReviewPage.js'), 'NewCaseReviewPage'),
});
const caseReview = createRoute({
  getParentRoute: inside,
  path: '/overleggen/casuistiek/$reviewId',
  component: lazyRouteComponent(() => import('../features/meetings/CaseReviewPage.js'), 'CaseReviewPage'),
});

/** What was said with a family and about it. */
export const contacts = [timeline, contact, familyMeetings, meeting, newMeeting, meetings, newCaseReview, caseReview];
