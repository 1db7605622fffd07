import type { ReactNode } from 'react';
import type { Referral } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { AcceptForm, CancelForm, CompleteForm, ContactForm, FeedbackForm, RejectForm } from './ReferralForms.js';

type Action = 'accept' | 'reject' | 'record-first-contact' | 'give-feedback' | 'complete' | 'cancel';

/** One form per thing that may be done now; the most likely one is open. */
export function ReferralActions({ referral }: { referral: Referral }) {
  const { referrals: say } = useText();
  const forms: [Action, string, ReactNode][] = [
    ['accept', say.accept, <AcceptForm key="accept" referral={referral} />],
    ['record-first-contact', say.contact, <ContactForm key="contact" referral={referral} />],
    ['give-feedback', say.feedback, <FeedbackForm key="feedback" referral={referral} />],
    ['complete', say.complete, <CompleteForm key="complete" referral={referral} />],
    ['reject', say.reject, <RejectForm key="reject" referral={referral} />],
    ['cancel', say.cancel, <CancelForm key="cancel" referral={referral} />],
  ];
  const allowed = forms.filter(([action]) => referral.allowedActions.includes(action));
  if (allowed.length === 0) return null;
  return (
    <div className="folds">
      {allowed.map(([action, title, form], index) => (
        <details key={action} className="fold" name="referral-action" open={index === 0 && action !== 'cancel'}>
          <summary>
            <h2>{title}</h2>
          </summary>
          <div className="fold__body">{form}</div>
        </details>
      ))}
    </div>
  );
}
