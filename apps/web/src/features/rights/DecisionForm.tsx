import { api } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { at, type RightsFormProps } from './rights-form.js';

type Outcome = 'granted' | 'partly-granted' | 'refused';
const notAll = (outcome: Outcome | ''): boolean => outcome === 'partly-granted' || outcome === 'refused';

/** Reasons always; with a (partial) refusal also what the resident can do against it (AVG 12(4)). */
export function DecisionForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { outcome: '' as Outcome | '', reasons: '', remediesTold: false, ownStatement: '' },
    draft: { key: `besluit.verzoek.${request.id}` },
    check: ({ outcome, reasons, remediesTold }) => ({
      ...missing(['outcome', outcome, say.required.outcome], ['reasons', reasons, say.required.reasons]),
      ...(notAll(outcome) && !remediesTold && { remediesTold: say.remediesRequired }),
    }),
    send: ({ outcome, reasons, remediesTold, ownStatement }) =>
      api.POST('/v1/rights-requests/{id}/decision', {
        ...at(request),
        body: { outcome: outcome || 'refused', reasons, ...(notAll(outcome) && { remediesTold, ownStatement: ownStatement || undefined }) },
      }),
    done: () => announce(say.decided),
  });
  const { outcome } = form.values;
  return (
    <Form form={form} submit={say.forms.decide}>
      <p>{say.decideHelp[request.kind]}</p>
      <RadioField label={say.outcome} options={Object.entries(say.outcomes) as Option<Outcome>[]} {...form.bind('outcome')} />
      <LongTextField label={say.reasons} hint={say.reasonsHint} {...form.bind('reasons')} />
      {notAll(outcome) && <CheckField label={say.remedies} {...form.bind('remediesTold')} />}
      {notAll(outcome) && request.kind === 'rectification' && (
        <LongTextField optional label={say.statement} hint={say.statementHint} {...form.bind('ownStatement')} />
      )}
    </Form>
  );
}
