import type { Messages } from '../nl.js';

export const privacy: Messages['privacy'] = {
  title: 'Privacy',
  lead: 'What waits for your review, and the registers.',
  waiting: (n) => (n === 1 ? '1 waits for you' : `${n} wait for you`),
  firstTerm: 'First term:',
  places: {
    breakGlass: { title: 'Emergency access', about: 'Who opened a file without being involved, and was that right?' },
    rights: { title: 'Requests of residents', about: 'Access, correction, restriction and erasure. Answer within a month.' },
    withdrawing: { title: 'Withdraw for a resident', about: 'A resident no longer wants something. Search by case number and withdraw it at once.' },
    destruction: { title: 'Destruction', about: 'Files whose retention period is over. You approve the list.' },
    agreements: { title: 'Agreements', about: 'With which organisations is there a data sharing agreement, and until when?' },
    catalogue: { title: 'Legal bases', about: 'The laws on which this municipality shares data.' },
    retention: { title: 'Retention periods', about: 'How long we keep what, and from when.' },
    register: { title: 'Register of processing', about: 'What we do with personal data and why (GDPR article 30).' },
    auditLog: { title: 'Log', about: 'Who did and saw what, when and from where.' },
  },
};
