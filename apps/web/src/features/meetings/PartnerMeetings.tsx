import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { SharedMembers } from '../../components/SharedMembers.js';
import { useText } from '../../i18n/index.js';
import { now } from '../../time/now.js';
import { sayExactDay, sayExactly } from '../../time/when.js';
import { MeetingWord } from './MeetingWord.js';
import type { PartnerMeeting } from './types.js';

/** What an invited organisation sees: only what the gate opens now. */
export function PartnerMeetings() {
  const { meetings: say, meeting } = useText();
  const pages = usePages(['meetings', 'received'], (cursor) => dataOf(api.GET('/v1/meetings', { params: { query: { cursor, limit: 25 } } })));
  return (
    <Page title={say.title} lead={say.leadPartner}>
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say.emptyTitle} />
          ) : (
            <>
              <Meetings title={meeting.upcoming} meetings={items.filter(isUpcoming).reverse()} />
              <Meetings title={meeting.past} meetings={items.filter((one) => !isUpcoming(one))} />
            </>
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

const isUpcoming = ({ plannedAt }: PartnerMeeting): boolean => new Date(plannedAt) >= now();

function Meetings({ title, meetings }: { title: string; meetings: readonly PartnerMeeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {meetings.map((meeting) => (
        <Meeting key={meeting.id} meeting={meeting} />
      ))}
    </section>
  );
}

function Meeting({ meeting }: { meeting: PartnerMeeting }) {
  const { meeting: say, referrals, time } = useText();
  return (
    <section className="sheet" aria-labelledby={`meeting-${meeting.id}`}>
      <div className="line__main">
        <h3 id={`meeting-${meeting.id}`}>{meeting.subject}</h3>
        <MeetingWord state={meeting.state} />
      </div>
      <p className="quiet">
        {meeting.caseNumber} · {sayExactly(meeting.plannedAt, time)} · {meeting.organisedBy}
      </p>
      {meeting.sharedMembers.length === 0 ? <p>{referrals.nothingShared}</p> : <SharedMembers members={meeting.sharedMembers} />}
      {meeting.agenda.length > 0 && (
        <div className="stack-s">
          <h4>{say.agenda}</h4>
          <ol className="bulleted">
            {meeting.agenda.map((title, index) => (
              <li key={index}>{title}</li>
            ))}
          </ol>
        </div>
      )}
      {meeting.decisions.length > 0 && (
        <div className="stack-s">
          <h4>{say.decisions}</h4>
          <ul className="bulleted">
            {meeting.decisions.map(({ what, owner, dueOn }, index) => (
              <li key={index}>
                {what} – {say.by(owner)}, {sayExactDay(dueOn, time)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
