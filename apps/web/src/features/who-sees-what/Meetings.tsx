import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ifMatch } from '../../api/client.js';
import { useHasRole } from '../../api/session.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Loaded } from '../../components/Loaded.js';
import { Problem } from '../../components/Problem.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import { meetingsQuery } from './queries.js';
import type { FamilyMeeting } from './types.js';

/** Meetings about this family: who is invited and what they hear. */
export function Meetings({ id }: { id: string }) {
  const { meetings: say } = useText();
  const query = useQuery(meetingsQuery(id));
  const plans = useHasRole('regisseur');
  return (
    <section className="stack no-print" aria-labelledby="meetings">
      <h2 id="meetings">{say.title}</h2>
      <Loaded query={query}>
        {(meetings) =>
          meetings.length === 0 ? (
            <p className="quiet">{say.empty}</p>
          ) : (
            <ul className="lines">
              {meetings.map((meeting) => (
                <Line key={meeting.id} householdId={id} meeting={meeting} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {plans && (
        <p>
          <Link to="/gezinnen/$id/overleg" params={{ id }}>
            {say.plan}
          </Link>
        </p>
      )}
    </section>
  );
}

function Line({ householdId, meeting }: { householdId: string; meeting: FamilyMeeting }) {
  const { meetings: say, time } = useText();
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{meeting.subject}</span>
        <Word tone={meeting.state === 'planned' ? 'open' : 'plain'}>{meeting.state === 'planned' ? say.planned : say.cancelled}</Word>
      </div>
      <p className="small quiet">
        {sayExactly(meeting.plannedAt, time)} · {meeting.organisedBy}
      </p>
      <ul className="bulleted">
        {meeting.invited.map(({ organisation, shares }) => (
          <li key={organisation.id}>
            {organisation.name}: {shares.map(({ memberName, what }) => say.hears(memberName, what)).join('; ')}
          </li>
        ))}
      </ul>
      {meeting.allowedActions.includes('cancel') && <Cancel householdId={householdId} meeting={meeting} />}
    </li>
  );
}

function Cancel({ householdId, meeting }: { householdId: string; meeting: FamilyMeeting }) {
  const { meetings: say } = useText();
  const announce = useAnnounce();
  const cancelling = useMutation({
    mutationFn: () =>
      api.POST('/v1/households/{id}/meetings/{meetingId}/cancellation', {
        params: { path: { id: householdId, meetingId: meeting.id }, header: ifMatch(meeting.version) },
      }),
    onSuccess: () => announce(say.cancelDone),
  });
  return (
    <div className="row">
      <ConfirmDialog trigger={say.cancel} heading={say.cancelHeading} confirm={say.cancel} busy={cancelling.isPending} onConfirm={() => cancelling.mutate()}>
        <p>{say.cancelConsequence}</p>
      </ConfirmDialog>
      {cancelling.error && <Problem error={cancelling.error} />}
    </div>
  );
}
