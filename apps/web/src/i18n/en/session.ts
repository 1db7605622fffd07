import type { Messages } from '../nl.js';

export const shell: Messages['shell'] = {
  skip: 'Skip to content',
  menu: 'Menu',
  navigation: 'Main menu',
  today: 'Today',
  team: 'My team',
  waitingList: 'Waiting list',
  households: 'Families',
  referrals: 'Referrals',
  meetings: 'Meetings',
  fund: 'Fund',
  privacy: 'Privacy',
  inbox: 'Messages',
  unread: (n) => `${n} unread`,
  print: 'Print this page',
  signOut: 'Sign out',
  otherLanguage: 'Nederlands',
};

export const session: Messages['session'] = {
  signedOutTitle: 'You are signed out',
  signedOut: 'See you next time. On a shared computer, also close the browser window.',
  failedTitle: 'Signing in did not work',
  failed: { verlopen: 'Signing in took too long. Please try again.', mislukt: 'Something went wrong while signing in. Please try again.' },
  signIn: 'Sign in again',
  unknownTitle: 'We do not know your account yet',
  unknown: 'You are signed in, but your account does not belong to an organisation in Naast yet.',
  unknownHelp: 'Ask the administrator of your organisation to add you. Then sign in again.',
};

export const today: Messages['today'] = {
  title: 'Today',
  greeting: (name) => `Good to see you, ${name}.`,
  emptyTitle: 'Nothing is waiting for you',
  empty: 'There is nothing open today. New questions and reminders will appear here by themselves.',
  escalations: 'Scaled up: your turn',
  handovers: 'Hand-overs',
  handoverTalk: 'talk',
  handoverTurn: {
    proposed: 'Would you take this family over?',
    accepted: 'Hold the talk about the hand-over',
    'talk-held': 'Confirm the hand-over',
    'confirmed-by-one': 'Confirm the hand-over',
  },
  proposals: 'Families who would like you as coordinator',
  proposedBy: 'Proposed by',
  start: 'Start here',
  showMore: (n) => `Show ${n} more`,
  view: 'View',
  referralsToAnswer: 'Referrals waiting for an answer',
  referralsLate: 'Referrals that have been quiet too long',
  answerBy: 'Answer by',
  answerWas: 'Answer was due',
  from: 'From',
  to: 'To',
  reminders: 'Reminders',
  ahead: 'Later: the coming week',
  fundRequests: 'Fund requests',
  decideBy: 'Decide by',
  inbox: 'New messages',
  allMessages: 'All messages',
  waiting: (count, urgent, longest) =>
    count === 0
      ? 'Nobody is waiting.'
      : `${count === 1 ? '1 family is waiting' : `${count} families are waiting`}${urgent > 0 ? `, ${urgent} of them urgent` : ''}. The longest wait is ${longest === 1 ? '1 day' : `${longest} days`}.`,
  toWaitingList: 'To the waiting list',
  reminderDone: 'Done',
  reminderCleared: 'The reminder is ticked off.',
};

export const inbox: Messages['inbox'] = {
  title: 'Messages',
  lead: 'Messages mention no names. Open a message to see what it is about.',
  onlyUnread: 'Only unread',
  everything: 'All',
  emptyTitle: 'No messages',
  empty: 'As soon as there is something for you, it will be here.',
  emptyUnread: 'You have read everything.',
  open: 'Open',
  unread: 'New',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  filter: 'Which messages',
};
