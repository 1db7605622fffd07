import type { ReactNode } from 'react';
import type { FundRequest } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { AdviceForm, DecisionForm } from './JudgementForms.js';
import { AgendaForm, CompletenessForm, SubmitForm } from './SecretaryForms.js';

/** The forms this person may fill in now; the API says which. */
export function FundActions({ request }: { request: FundRequest }) {
  const { fund: say } = useText();
  const forms: [string, string, ReactNode][] = [
    ['submit', say.submit, <SubmitForm key="submit" request={request} />],
    ['check-completeness', say.completeTitle, <CompletenessForm key="completeness" request={request} />],
    ['put-on-agenda', say.agendaTitle, <AgendaForm key="agenda" request={request} />],
    ['advise', say.adviceTitle, <AdviceForm key="advice" request={request} />],
    ['decide', say.decideTitle, <DecisionForm key="decision" request={request} />],
  ];
  return forms
    .filter(([action]) => request.allowedActions.includes(action))
    .map(([action, title, form]) => (
      <section key={action} className="sheet" aria-labelledby={action}>
        <h2 id={action}>{title}</h2>
        {form}
      </section>
    ));
}
