import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHasRole } from '../../api/session.js';
import type { RightsRequest } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { CorrectionForm } from './CorrectionForm.js';
import { DecisionForm } from './DecisionForm.js';
import type { RightsFormProps } from './rights-form.js';
import { AskIdentityForm, CompleteForm, ExtendForm, IdentityForm, LiftForm, WithdrawForm } from './StepForms.js';

type Step = 'confirm-identity' | 'decide' | 'correct-member' | 'carry-out' | 'lift-restriction' | 'ask-identity' | 'extend' | 'withdraw';

const forms: Record<Step, (props: RightsFormProps) => ReactNode> = {
  'confirm-identity': IdentityForm,
  decide: DecisionForm,
  'correct-member': CorrectHere,
  'carry-out': CompleteForm,
  'lift-restriction': LiftForm,
  'ask-identity': AskIdentityForm,
  extend: ExtendForm,
  withdraw: WithdrawForm,
};

/** What moves the request on stands open; what is only sometimes needed is folded. */
const main: readonly Step[] = ['confirm-identity', 'decide', 'correct-member', 'carry-out'];

const may = ({ allowedActions }: RightsRequest, step: Step): boolean => allowedActions.includes(step === 'decide' ? 'grant' : step);

/** The forms this person may fill in now; the API says which. */
export function RightsActions({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const steps = (Object.keys(forms) as Step[]).filter((step) => may(request, step));
  return (
    <>
      {steps.filter((step) => main.includes(step)).map((step) => {
        const StepForm = forms[step];
        return (
          <section key={step} className="sheet no-print" aria-labelledby={step}>
            <h2 id={step} tabIndex={-1}>
              {say.forms[step]}
            </h2>
            <StepForm request={request} />
          </section>
        );
      })}
      <div className="folds no-print">
        {steps.filter((step) => !main.includes(step)).map((step) => {
          const StepForm = forms[step];
          return (
            <details key={step} className="fold">
              <summary>
                <h2>{say.forms[step]}</h2>
              </summary>
              <div className="fold__body">
                <StepForm request={request} />
              </div>
            </details>
          );
        })}
      </div>
    </>
  );
}

/** Who works with the family corrects on the family's own page, the officer here. */
function CorrectHere({ request }: RightsFormProps) {
  const { rights: say } = useText();
  if (useHasRole('privacy-officer')) return <CorrectionForm householdId={request.householdId} memberId={request.memberId} version={request.memberVersion} requestId={request.id} now={{}} />;
  return (
    <Link to="/gezinnen/$id/gegevens" params={{ id: request.householdId }} search={{ lid: request.memberId, verzoek: request.id }}>
      {say.correctTitle}
    </Link>
  );
}
