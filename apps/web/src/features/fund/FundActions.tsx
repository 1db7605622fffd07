import type { ReactNode } from 'react';
import type { FundRequest } from '../../api/types.js';
import { useText, type Messages } from '../../i18n/index.js';
import { AdviceForm, DecisionForm } from './JudgementForms.js';
import { AgendaForm, CompletenessForm, type FundFormProps } from './SecretaryForms.js';
import { ConflictForm, SubmitForm, SupplementForm } from './SideForms.js';

type Action = 'submit' | 'check-completeness' | 'supplement' | 'put-on-agenda' | 'advise' | 'decide' | 'declare-conflict';

function titlesOf(say: Messages['fund']): [Action, string][] {
  return [
    ['submit', say.submit],
    ['check-completeness', say.completeTitle],
    ['supplement', say.supplementTitle],
    ['put-on-agenda', say.agendaTitle],
    ['advise', say.adviceTitle],
    ['decide', say.decideTitle],
    ['declare-conflict', say.conflictTitle],
  ];
}

const forms: Record<Action, (props: FundFormProps) => ReactNode> = {
  submit: SubmitForm,
  'check-completeness': CompletenessForm,
  supplement: SupplementForm,
  'put-on-agenda': AgendaForm,
  advise: AdviceForm,
  decide: DecisionForm,
  'declare-conflict': ConflictForm,
};

const allowed = (request: FundRequest, say: Messages['fund']) =>
  titlesOf(say).filter(([action]) => request.allowedActions.includes(action));

/** First read, then judge: the form stands below, this leads to it. */
export function ToTheForm({ request }: { request: FundRequest }) {
  const { fund: say } = useText();
  const [first] = allowed(request, say);
  if (!first || first[0] === 'declare-conflict') return null;
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
