import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, LongTextField, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { bodyOf, checkMeasurement, chosen, draftOf, emptyDraft, type MeasureDraft, scaleOn, WHOLE_FAMILY } from './measure-form.js';
import type { Domain, Round, Scale, Scores } from './queries.js';

interface MeasureFormProps {
  scores: Scores;
  corrects?: Round;
}

export function MeasureForm({ scores, corrects }: MeasureFormProps) {
  const { scores: say, lifeDomains } = useText();
  const form = useMeasureForm(scores, corrects);
  const scale = scaleFor(scores, corrects, form.values.measuredOn);
  const people: Option[] = [[WHOLE_FAMILY, say.family], ...scores.members.filter(({ present }) => present).map(({ id, name }): Option => [id, name])];
  const domains = form.bind('scores');
  return (
    <Form form={form} submit={say.submit} blocked={!scale}>
      {!corrects && <RadioField label={say.aboutWhom} options={people} {...form.bind('about')} />}
      <RadioField label={say.whoseView} options={optionsOf(say.views)} {...form.bind('view')} />
      <RadioField label={say.which} options={optionsOf(say.moments)} {...form.bind('moment')} />
      <DateField label={say.when} {...form.bind('measuredOn')} />
      {!scale && <p role="status">{say.noScale}</p>}
      {scale && (
        <CheckboxesField<Domain>
          label={say.domains}
          hint={say.domainsHint}
          options={scale.domains.map((domain) => [domain, lifeDomains[domain] ?? domain])}
          {...domains}
          value={domains.value.map(({ domain }) => domain)}
          onChange={(picked) => domains.onChange(chosen(domains.value, picked, scale.domains))}
        />
      )}
      {scale && form.values.scores.map(({ domain }, at) => <DomainQuestions key={domain} form={form} at={at} name={lifeDomains[domain] ?? domain} scale={scale} />)}
      {corrects && <LongTextField rows={2} label={say.whatWrong} {...form.bind('correctionReason')} />}
    </Form>
  );
}

function DomainQuestions({ form, at, name, scale }: { form: ReturnType<typeof useMeasureForm>; at: number; name: string; scale: Scale }) {
  const { scores: say } = useText();
  const steps: Option[] = scale.steps.map(({ step, label, description }) => [String(step), label, description]);
  return (
    <>
      <RadioField label={say.how(name)} options={steps} {...form.at<string>(`scores.${at}.step`)} />
      <LongTextField rows={2} label={say.whyStep(name)} hint={say.whyHint} {...form.at<string>(`scores.${at}.reason`)} />
    </>
  );
}

const optionsOf = <T extends string>(words: Record<T, string>): Option<T>[] => Object.entries<string>(words).map(([value, label]) => [value as T, label]);

/** A correction keeps the scale of then. */
const scaleFor = ({ scales }: Scores, corrects: Round | undefined, day: string): Scale | undefined =>
  corrects ? scales.find(({ id }) => id === corrects.scaleId) : scaleOn(scales, day);

function useMeasureForm(scores: Scores, corrects: Round | undefined) {
  const { scores: say } = useText();
  const { id } = scores.household;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo<MeasureDraft>(() => (corrects ? draftOf(corrects) : emptyDraft()), [corrects]);
  return useForm({
    initial,
    draft: { key: `meting.${id}.${corrects?.id ?? ''}` },
    check: (draft) => checkMeasurement(draft, corrects !== undefined, say.required),
    send: (draft) => {
      const body = bodyOf(draft, scaleFor(scores, corrects, draft.measuredOn)?.id ?? '');
      if (corrects) {
        const correction = { ...body, correctionReason: draft.correctionReason };
        return dataOf(api.POST('/v1/households/{id}/score-rounds/{roundId}/correction', { params: { path: { id, roundId: corrects.id }, header: once([corrects.id, correction]) }, body: correction }));
      }
      const measured = { ...body, ...(draft.about !== WHOLE_FAMILY && { memberId: draft.about }) };
      return dataOf(api.POST('/v1/households/{id}/score-rounds', { params: { path: { id }, header: once([id, measured]) }, body: measured }));
    },
    done: () => {
      announce(say.done);
      void navigate({ to: '/gezinnen/$id/leefgebieden', params: { id } });
    },
  });
}
