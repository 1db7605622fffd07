import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { CaseCourse } from '../../api/types.js';
import { DateField, Form, LongTextField, missing, TextField, useForm } from '../../components/form/index.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { caseQuery, useAfterStep } from './queries.js';
import { SinceThen } from './SinceThen.js';

const step = getRouteApi('/in/gezinnen/$id/stap/$stap');
const reopen = getRouteApi('/in/gezinnen/$id/heropenen');

const STEPS = ['place-on-waiting-list', 'refer-elsewhere', 'decline-help', 'move-away', 'reopen'] as const;
type Step = (typeof STEPS)[number];

/** A step that asks why. */
export function StepPage() {
  const { id, stap } = step.useParams();
  return <Asking id={id} action={STEPS.find((one) => one === stap) ?? 'decline-help'} />;
}

export function ReopenPage() {
  return <Asking id={reopen.useParams().id} action="reopen" />;
}

function Asking({ id, action }: { id: string; action: Step }) {
  const { caseWords: say } = useText();
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => (
        <FamilyPage task id={id} title={say.actions[action]} tabTitle={`${say.actions[action]} ${course.household.caseNumber}`} lead={course.household.name}>
          <p>{say.stepLead[action]}</p>
          {course.actions.some((move) => move.action === action) ? <StepForm course={course} action={action} /> : <p className="quiet">{say.nothing}</p>}
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

const CLOSES: readonly Step[] = ['refer-elsewhere', 'decline-help', 'move-away'];

function StepForm({ course, action }: { course: CaseCourse; action: Step }) {
  const { household: { id }, version } = course;
  const { caseWords: say } = useText();
  const after = useAfterStep(id);
  const handsOver = action === 'refer-elsewhere';
  const form = useForm({
    initial: { reason: '', otherParty: '', contactOn: '' },
    draft: { key: `${action}.${id}` },
    check: ({ reason, otherParty, contactOn }) => missing(
      ['reason', reason, say.reasonRequired],
      ...(handsOver ? [['otherParty', otherParty, say.otherPartyRequired], ['contactOn', contactOn, say.contactRequired]] as const : []),
    ),
    send: ({ reason, otherParty, contactOn }) => dataOf(api.POST('/v1/households/{id}/case/steps', {
      params: { path: { id }, header: ifMatch(version) }, body: { action, reason, ...(handsOver && { otherParty, contactOn }) },
    })),
    // Who closes the dossier is out of it: there is no page of this family to go back to.
    done: () => after(CLOSES.includes(action) ? '/gezinnen' : undefined),
  });
  return (
    <Form form={form} submit={say.actions[action]}>
      <SinceThen form={form} course={course} />
      {handsOver && <TextField label={say.otherParty} {...form.bind('otherParty')} />}
      {handsOver && <DateField label={say.contactOn} {...form.bind('contactOn')} />}
      <LongTextField label={say.reason} hint={say.reasonHint} {...form.bind('reason')} />
    </Form>
  );
}
