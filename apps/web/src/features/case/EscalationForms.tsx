import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { CaseCourse, Escalation } from '../../api/types.js';
import { Form, LongTextField, missing, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { MissingList } from './MissingList.js';
import { useAfterStep } from './queries.js';

interface OfEscalation {
  id: string;
  one: Escalation;
}

const pathOf = ({ id, one }: OfEscalation) => ({ path: { id, escalationId: one.id }, header: ifMatch(one.version) });

export function AnswerForm(of: OfEscalation) {
  const { caseWords: say } = useText();
  const after = useAfterStep(of.id);
  const form = useForm({
    initial: { answer: '' },
    draft: { key: `antwoord.${of.one.id}` },
    check: ({ answer }) => missing(['answer', answer, say.required]),
    send: (body) => dataOf(api.POST('/v1/households/{id}/escalations/{escalationId}/answer', { params: pathOf(of), body })),
    done: () => after(),
  });
  return (
    <Form form={form} submit={say.answerSubmit}>
      <LongTextField label={say.answerLabel} {...form.bind('answer')} />
    </Form>
  );
}

export function OverrideForm(of: OfEscalation) {
  const { caseWords: say } = useText();
  const once = useIdempotencyKey();
  const after = useAfterStep(of.id);
  const initial = { decided: '', against: '', refusal: '', legalRoom: '' };
  const form = useForm({
    initial,
    draft: { key: `doorzetten.${of.one.id}` },
    check: (values) => missing(...(Object.keys(initial) as (keyof typeof initial)[]).map((name) => [name, values[name], say.required] as const)),
    send: (body) => {
      const { path, header } = pathOf(of);
      return dataOf(api.POST('/v1/households/{id}/escalations/{escalationId}/overriding-decisions', { params: { path, header: { ...header, ...once(body) } }, body }));
    },
    done: () => after(),
  });
  return (
    <Form form={form} submit={say.overrideSubmit}>
      <p>{say.overrideLead}</p>
      <LongTextField label={say.decided} {...form.bind('decided')} />
      <TextField label={say.against} hint={say.againstHint} {...form.bind('against')} />
      <LongTextField label={say.refusal} {...form.bind('refusal')} />
      <LongTextField label={say.legalRoom} hint={say.legalRoomHint} {...form.bind('legalRoom')} />
    </Form>
  );
}

export function EndForm({ course, ...of }: OfEscalation & { course: CaseCourse }) {
  const { caseWords: say } = useText();
  const after = useAfterStep(of.id);
  const form = useForm({
    initial: { outcome: '' },
    draft: { key: `afschalen.${of.one.id}` },
    check: ({ outcome }) => missing(['outcome', outcome, say.required]),
    send: (body) => dataOf(api.POST('/v1/households/{id}/escalations/{escalationId}/end', { params: pathOf(of), body })),
    done: () => after(),
  });
  const lacks = course.actions.find(({ action }) => action === 'scale-down')?.missing ?? [];
  if (lacks.length > 0) {
    return (
      <div className="stack-s">
        <p className="quiet">{say.needsFirst}</p>
        <MissingList missing={lacks} course={course} />
      </div>
    );
  }
  return (
    <Form form={form} submit={say.endSubmit}>
      <LongTextField label={say.endLabel} {...form.bind('outcome')} />
    </Form>
  );
}
