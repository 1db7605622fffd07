import type { Messages } from '../nl.js';

export const family: Messages['family'] = {
  navigation: 'Pages of this family',
  places: {
    overview: 'Overview',
    course: 'Course',
    plan: 'Plan',
    people: 'People',
    timeline: 'Timeline',
    domains: 'Life domains',
    events: 'Events',
    meetings: 'Meetings',
    sharing: 'Sharing',
  },
};
