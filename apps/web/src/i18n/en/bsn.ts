import type { Messages } from '../nl.js';

export const bsn: Messages['bsn'] = {
  label: 'BSN',
  masked: 'hidden',
  show: 'Show BSN',
  showOf: (name) => `Show BSN of ${name}`,
  why: 'Why do you need the BSN?',
  noted: 'The log will say that you looked at the BSN, and why.',
  reasons: {
    identification: 'To know that I speak with the right person',
    application: 'For an application or a report to a public body',
    correction: 'To check whether the number is right',
  },
  confirm: 'Show',
  hide: 'Hide',
  hidesAfter: (seconds) => `It is hidden again after ${seconds} seconds.`,
  hidden: 'The BSN is hidden again.',
  find: {
    title: 'Find a family by BSN',
    lead: 'You only find families you are involved with. The log will say that you searched.',
    hint: '9 digits',
    submit: 'Search',
    required: 'Enter the BSN.',
    none: 'This BSN does not belong to one of your families.',
  },
};

export const referralExport: Messages['referralExport'] = {
  take: 'Download as table (CSV)',
  about: 'Only what you may see now. The download is noted in the log.',
};
