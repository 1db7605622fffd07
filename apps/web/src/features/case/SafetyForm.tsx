import { api, dataOf, ifMatch } from '../../api/client.js';
import type { CaseCourse } from '../../api/types.js';
import { CheckField, Form, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { useAfterStep } from './queries.js';

/** Looked at, and so on the waiting list: one step. What was seen is not written down here (no register of risks). */
export function SafetyForm({ course: { household: { id }, version } }: { course: CaseCourse }) {
  const { caseWords: say } = useText();
  const after = useAfterStep(id);
  const form = useForm({
    initial: { safetyChecked: false },
    check: ({ safetyChecked }) => missing(['safetyChecked', safetyChecked, say.safetyRequired]),
    send: ({ safetyChecked }) =>
      dataOf(api.POST('/v1/households/{id}/case/steps', { params: { path: { id }, header: ifMatch(version) }, body: { action: 'place-on-waiting-list', safetyChecked } })),
    done: () => after(),
  });
  return (
    <Form form={form} submit={say.actions['place-on-waiting-list']}>
      <CheckField label={say.safety} hint={say.safetyHint} {...form.bind('safetyChecked')} />
    </Form>
  );
}
