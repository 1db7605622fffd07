import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Problem } from '../../components/Problem.js';
import { useText, type Messages } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import { Agenda } from './Agenda.js';
import { AttendanceForm } from './AttendanceForm.js';
import { Corrections } from './Corrections.js';
import { Minutes } from './Minutes.js';
import { MeetingWord } from './MeetingWord.js';
import { Present } from './Present.js';
import { meetingQuery } from './queries.js';
import type { Meeting } from './types.js';

const route = getRouteApi('/in/gezinnen/$id/overleggen/$meetingId');

export function MeetingPage() {
  const { id, meetingId } = route.useParams();
  const query = useQuery(meetingQuery(id, meetingId));
  return <LoadedPage query={query}>{(meeting) => <OneMeeting id={id} meeting={meeting} />}</LoadedPage>;
}

/** From agenda to decisions, in the order of the work; on paper the whole of it. */
function OneMeeting({ id, meeting }: { id: string; meeting: Meeting }) {
  const { meeting: say, time } = useText();
  const may = (action: string): boolean => meeting.allowedActions.includes(action);
  return (
    <FamilyPage
      id={id}
      title={meeting.subject}
      tabTitle={say.tab}
      lead={`${meeting.household.name} · ${sayExactly(meeting.plannedAt, time)} · ${meeting.organisedBy}`}
    >
      <p>
        <MeetingWord state={meeting.state} />
      </p>
      {meeting.allowedActions.length > 0 && <NextStep step={{ text: nextStep(meeting, say), who: '' }} />}
      {may('hold') && <AttendanceForm id={id} meeting={meeting} />}
      {meeting.state === 'planned' || meeting.state === 'cancelled' ? <Agenda id={id} meeting={meeting} /> : <Minutes id={id} meeting={meeting} />}
      {(meeting.corrections.length > 0 || may('correct')) && <Corrections id={id} meeting={meeting} />}
      <Present meeting={meeting} />
      <div className="row no-print">
        {may('close') && <Move id={id} meeting={meeting} step="closing" trigger={say.close} heading={say.closeHeading} consequence={say.closeConsequence} done={say.closed} />}
        {may('cancel') && <Cancel id={id} meeting={meeting} />}
      </div>
    </FamilyPage>
  );
}

function nextStep({ state, allowedActions, points }: Meeting, { next }: Messages['meeting']): string {
  if (allowedActions.includes('hold')) return next.attend;
  if (state === 'planned') return points.length === 0 ? next.agenda : next.wait;
  if (state === 'held') return allowedActions.includes('close') ? next.close : next.minutes;
  return state === 'closed' ? next.closed : next.cancelled;
}

function Cancel({ id, meeting }: { id: string; meeting: Meeting }) {
  const { meetings: say } = useText();
  return <Move id={id} meeting={meeting} step="cancellation" trigger={say.cancel} heading={say.cancelHeading} consequence={say.cancelConsequence} done={say.cancelDone} />;
}

interface MoveProps {
  id: string;
  meeting: Meeting;
  step: 'closing' | 'cancellation';
  trigger: string;
  heading: string;
  consequence: string;
  done: string;
}

function Move({ id, meeting, step, trigger, heading, consequence, done }: MoveProps) {
  const announce = useAnnounce();
  const moving = useMutation({
    mutationFn: () => api.POST(`/v1/households/{id}/meetings/{meetingId}/${step}`, { params: { path: { id, meetingId: meeting.id }, header: ifMatch(meeting.version) } }),
    onSuccess: () => announce(done),
  });
  return (
    <div className="stack-s">
      <ConfirmDialog trigger={trigger} heading={heading} confirm={trigger} busy={moving.isPending} onConfirm={() => moving.mutate()}>
        <p>{consequence}</p>
      </ConfirmDialog>
      {moving.error && <Problem error={moving.error} />}
    </div>
  );
}
