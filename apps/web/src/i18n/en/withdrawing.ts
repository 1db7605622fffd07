import type { Messages } from '../nl.js';

export const withdrawing: Messages['withdrawing'] = {
  title: 'Withdraw for a resident',
  lead: 'A resident no longer wants something and asks you. Withdrawing is always allowed, without a reason, and works at once.',
  find: 'Find what was agreed',
  empty: (caseNumber) => `Nothing can be withdrawn in case ${caseNumber}, or this municipality does not know the number.`,
  kinds: { 'legal-basis': 'Sharing data', 'secrecy-release': 'Professional secrecy', 'help-agreement': 'Help' },
  to: (organisation) => `With ${organisation}.`,
  until: 'Until',
  notConsent: 'What rests on a task or duty in law is not consent. If the resident does not want it, they can object.',
  object: 'Record the objection',
  withdraw: 'Withdraw',
  sure: 'Withdraw now?',
  consequence: {
    'legal-basis': 'The organisation sees nothing on this consent from now on. A referral that leans on it stops. The coordinator hears what to do next.',
    'secrecy-release': 'The professional may tell nothing from now on. A referral that needs it stops. The coordinator hears of it.',
    'help-agreement': 'Nothing stops by itself. The coordinator hears of it and discusses with the family how to go on.',
  },
  done: 'Withdrawn. The coordinator hears of it.',
  fromRequest: 'Does the resident also want to withdraw something?',
  fromRequestLink: 'See what was agreed in this case',
};
