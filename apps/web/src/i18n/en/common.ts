import type { Messages } from '../nl.js';

export const time: Messages['time'] = {
  locale: 'en-GB',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (n) => `in ${n} days`,
  inWorkingDays: (n) => (n === 1 ? 'in 1 working day' : `in ${n} working days`),
  inWeeks: (n) => `in ${n} weeks`,
  daysAgo: (n) => `${n} days ago`,
  weeksAgo: (n) => `${n} weeks ago`,
  at: (day, clock) => `${day} at ${clock}`,
};

export const common: Messages['common'] = {
  loading: 'Loading…',
  retry: 'Try again',
  loadMore: 'Load more',
  shown: (shown, total) => (total === undefined ? `${shown} shown` : `${shown} of ${total} shown`),
  nextStep: 'Next step',
  turn: 'Whose turn:',
  noStory: 'Nothing has happened yet.',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  all: 'All',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  until: 'until',
  tooLate: 'too late',
};

export const forms: Messages['forms'] = {
  optional: 'optional',
  choose: 'Choose',
  sending: 'Sending…',
  draftKept: 'Your draft is kept in this tab.',
  startOver: 'Start over',
  meanwhile: 'Someone else was first. This is how it stands now',
  by: 'By',
  yoursBelow: 'What you filled in is below. Does it still fit? Then send it again.',
  errorsTitle: (n) => (n === 1 ? 'There is 1 thing to fix' : `There are ${n} things to fix`),
  errorPrefix: 'Error',
  moneyHint: 'In euros, for example 1.250,00',
  wrongAmount: 'Enter an amount, for example 1.250,00.',
};

export const problems: Messages['problems'] = {
  failedTitle: 'This did not work',
  failed: 'Something went wrong on our side. Please try again in a moment.',
  offline: 'We cannot connect. Check your internet and try again.',
  reference: 'Give this reference if it keeps going wrong:',
  forbiddenTitle: 'You may not see this',
  forbidden: 'You have no access to this page. Do you think this is wrong? Ask your team lead.',
  notFoundTitle: 'This page does not exist',
  notFound: 'We cannot find this page. The address may be wrong, or you may not see this.',
  toToday: 'Go to Today',
  stale: 'Someone else has just changed this. We have fetched the latest. What you filled in is still here: check it and send it again.',
  signedOut: 'You have been signed out. What you typed is still here. Sign in again and send it then.',
  signInAgain: 'Sign in again',
};
