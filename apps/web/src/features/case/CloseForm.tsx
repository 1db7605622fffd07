import { api, dataOf, ifMatch } from '../../api/client.js';
import type { CaseCourse } from '../../api/types.js';
import { Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { useAfterStep } from './queries.js';
import { SinceThen } from './SinceThen.js';

const ASKED = ['planEvaluation', 'familyWords', 'madeTheDifference', 'agreed'] as const;

/** The numbers behind the words are never shown: a family is not graded. */
export function CloseForm({ course }: { course: CaseCourse }) {
  const { household: { id }, version } = course;
  const { caseWords: say } = useText();
  const after = useAfterStep(id);
  const form = useForm({
    initial: { planEvaluation: '', familyWords: '', judgement: 'none', madeTheDifference: '', agreed: '' },
    draft: { key: `afsluiten.${id}` },
    check: (values) => missing(...ASKED.map((name) => [name, values[name], say.required] as const)),
    send: ({ judgement, ...body }) => dataOf(api.POST('/v1/households/{id}/closure', {
      params: { path: { id }, header: ifMatch(version) }, body: { ...body, ...(judgement !== 'none' && { familyJudgement: Number(judgement) }) },
    })),
    done: () => after('/gezinnen'),
  });
  const options = (['5', '4', '3', '2', '1', 'none'] as const).map((value) => [value, say.judgements[value]] as const);
  return (
    <Form form={form} submit={say.closeSubmit}>
      <SinceThen form={form} course={course} />
      <LongTextField label={say.planEvaluation} {...form.bind('planEvaluation')} />
      <LongTextField label={say.familyWords} hint={say.familyWordsHint} {...form.bind('familyWords')} />
      <RadioField label={say.judgement} options={options} {...form.bind('judgement')} value={form.values.judgement as (typeof options)[number][0]} />
      <LongTextField label={say.madeTheDifference} {...form.bind('madeTheDifference')} />
      <LongTextField label={say.agreed} hint={say.agreedHint} {...form.bind('agreed')} />
      <p className="quiet">{say.closeConsequence}</p>
    </Form>
  );
}
