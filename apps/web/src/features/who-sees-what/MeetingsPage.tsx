import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { SharedMembers } from '../../components/SharedMembers.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import type { PartnerMeeting } from './types.js';

/** What an invited organisation sees: only what the gate opens now. */
export function MeetingsPage() {
  const { meetings: say } = useText();
  const pages = usePages(['meetings', 'received'], (cursor) => dataOf(api.GET('/v1/meetings', { params: { query: { cursor, limit: 25 } } })));
  return (
    <Page title={say.title} lead={say.leadPartner}>
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? <Empty title={say.emptyTitle} /> : items.map((meeting) => <Meeting key={meeting.id} meeting={meeting} />)
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

function Meeting({ meeting }: { meeting: PartnerMeeting }) {
  const { meetings: say, referrals, time } = useText();
  return (
    <section className="stack" aria-labelledby={`meeting-${meeting.id}`}>
      <div className="line__main">
        <h2 id={`meeting-${meeting.id}`}>{meeting.subject}</h2>
        <Word tone={meeting.state === 'planned' ? 'open' : 'plain'}>{meeting.state === 'planned' ? say.planned : say.cancelled}</Word>
      </div>
      <p className="quiet">
        {meeting.caseNumber} · {sayExactly(meeting.plannedAt, time)} · {meeting.organisedBy}
      </p>
      {meeting.sharedMembers.length === 0 ? <p>{referrals.nothingShared}</p> : <SharedMembers members={meeting.sharedMembers} />}
    </section>
  );
}
