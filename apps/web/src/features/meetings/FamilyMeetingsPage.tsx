import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery } from '../../api/household.js';
import { useHasRole } from '../../api/session.js';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import { MeetingWord } from './MeetingWord.js';
import { meetingsQuery } from './queries.js';
import type { FamilyMeeting } from './types.js';

const route = getRouteApi('/in/gezinnen/$id/overleggen');

/** Meetings about this family: who is invited and what they hear. */
export function FamilyMeetingsPage() {
  const { meeting: say, meetings } = useText();
  const { id } = route.useParams();
  const [dossier, list] = useQueries({ queries: [dossierQuery(id), meetingsQuery(id)] });
  const plans = useHasRole('regisseur');
  return (
    <LoadedPage query={together(dossier, list)}>
      {([household, items]) => (
        <FamilyPage
          id={id}
          title={say.listTitle}
          lead={say.listLead(household.name)}
          action={plans && <PrimaryLink to="/gezinnen/$id/overleg" params={{ id }}>{meetings.plan}</PrimaryLink>}
        >
          {items.length === 0 ? (
            <Empty title={meetings.empty} />
          ) : (
            <ul className="lines">
              {items.map((meeting) => (
                <Line key={meeting.id} householdId={id} meeting={meeting} />
              ))}
            </ul>
          )}
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

function Line({ householdId, meeting }: { householdId: string; meeting: FamilyMeeting }) {
  const { time } = useText();
  return (
    <li>
      <div className="line__main">
        <Link className="line__title" to="/gezinnen/$id/overleggen/$meetingId" params={{ id: householdId, meetingId: meeting.id }}>
          {meeting.subject}
        </Link>
        <MeetingWord state={meeting.state} />
      </div>
      <p className="small quiet">
        {sayExactly(meeting.plannedAt, time)} · {meeting.organisedBy}
      </p>
      <p className="small quiet">{meeting.invited.map(({ organisation }) => organisation.name).join(', ')}</p>
    </li>
  );
}
