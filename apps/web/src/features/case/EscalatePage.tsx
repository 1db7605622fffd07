import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { CaseCourse } from '../../api/types.js';
import { DateField, Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { caseQuery, useAfterStep } from './queries.js';
import { SinceThen } from './SinceThen.js';

const route = getRouteApi('/in/gezinnen/$id/opschalen');

export function EscalatePage() {
  const { caseWords: say } = useText();
  const { id } = route.useParams();
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => (
        <FamilyPage task id={id} title={say.upTitle} tabTitle={`${say.upTitle} ${course.household.caseNumber}`} lead={course.household.name}>
          <p>{say.upLead}</p>
          {course.actions.some(({ action }) => action === 'scale-up') ? <EscalateForm course={course} /> : <p className="quiet">{say.nothing}</p>}
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

function EscalateForm({ course }: { course: CaseCourse }) {
  const { household: { id }, version, answerBy } = course;
  const { caseWords: say } = useText();
  const once = useIdempotencyKey();
  const after = useAfterStep(id);
  const form = useForm({
    initial: { reason: '', tried: '', asked: '', answerBy: answerBy as string },
    draft: { key: `opschalen.${id}` },
    check: (values) => missing(...(Object.keys(say.upRequired) as (keyof typeof values)[]).map((name) => [name, values[name], say.upRequired[name]] as const)),
    send: (body) => dataOf(api.POST('/v1/households/{id}/escalations', { params: { path: { id }, header: { ...ifMatch(version), ...once(body) } }, body })),
    done: () => after(),
  });
  return (
    <Form form={form} submit={say.upSubmit}>
      <SinceThen form={form} course={course} />
      <LongTextField label={say.upReason} {...form.bind('reason')} />
      <LongTextField label={say.upTried} {...form.bind('tried')} />
      <LongTextField label={say.upAsked} {...form.bind('asked')} />
      <DateField label={say.upBy} {...form.bind('answerBy')} />
    </Form>
  );
}
