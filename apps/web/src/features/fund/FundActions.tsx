import type { ReactNode } from 'react';
import type { FundRequest } from '../../api/types.js';
import { useText, type Messages } from '../../i18n/index.js';
import { AdviceForm, DecisionForm } from './JudgementForms.js';
import { AgendaForm, CompletenessForm, SubmitForm, type FundFormProps } from './SecretaryForms.js';

type Action = 'submit' | 'check-completeness' | 'put-on-agenda' | 'advise' | 'decide';

function titlesOf(say: Messages['fund']): [Action, string][] {
  return [
    ['submit', say.submit],
    ['check-completeness', say.completeTitle],
    ['put-on-agenda', say.agendaTitle],
    ['advise', say.adviceTitle],
    ['decide', say.decideTitle],
  ];
}

const forms: Record<Action, (props: FundFormProps) => ReactNode> = {
  submit: SubmitForm,
  'check-completeness': CompletenessForm,
  'put-on-agenda': AgendaForm,
  advise: AdviceForm,
  decide: DecisionForm,
};

const allowed = (request: FundRequest, say: Messages['fund']) => titlesOf(say).filter(([action]) => request.allowedActions.includes(action));

/** First read, then judge: the form stands below, this leads to it. */
export function ToTheForm({ request }: { request: FundRequest }) {
  const { fund: say } = useText();
  const [first] = allowed(request, say);
  if (!first) return null;
  return (
    <a className="button button--primary" href={`#${first[0]}`}>
      {first[1]}
    </a>
  );
}

/** The forms this person may fill in now; the API says which. */
export function FundActions({ request }: { request: FundRequest }) {
  const { fund: say } = useText();
  return allowed(request, say).map(([action, title]) => {
    const ActionForm = forms[action];
    return (
      <section key={action} className="sheet" aria-labelledby={action}>
        <h2 id={action} tabIndex={-1}>
          {title}
        </h2>
        <ActionForm request={request} />
      </section>
    );
  });
}
