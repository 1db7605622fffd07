import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole } from '../../api/session.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { SecondaryLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import { PartnerMeetings } from './PartnerMeetings.js';
import { MeetingWord } from './MeetingWord.js';
import type { OwnMeeting } from './types.js';

/** For colleagues the meetings of their families; for partners what they are invited to. */
export function MeetingsPage() {
  const isStaff = useHasRole('regisseur', 'case-worker', 'team-lead');
  return isStaff ? <OwnMeetings /> : <PartnerMeetings />;
}

function OwnMeetings() {
  const { meeting: say, caseReview } = useText();
  return (
    <Page title={say.mine} lead={say.mineLead} action={<SecondaryLink to="/overleggen/casuistiek">{caseReview.plan}</SecondaryLink>}>
      <List when="upcoming" title={say.upcoming} empty={say.noUpcoming} />
      <List when="past" title={say.past} empty={say.noPast} />
    </Page>
  );
}

function List({ when, title, empty }: { when: 'upcoming' | 'past'; title: string; empty: string }) {
  const pages = usePages(['meetings', 'mine', when], (cursor) => dataOf(api.GET('/v1/meetings/mine', { params: { query: { when, cursor, limit: 20 } } })));
  return (
    <section className="stack" aria-labelledby={when}>
      <h2 id={when}>{title}</h2>
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{empty}</p>
          ) : (
            <ul className="lines">
              {items.map((meeting) => (
                <Line key={meeting.id} meeting={meeting} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </section>
  );
}

function Line({ meeting: { id, kind, title, plannedAt, organisedBy, household, state } }: { meeting: OwnMeeting }) {
  const { meeting: say, caseReview, time } = useText();
  return (
    <li>
      <div className="line__main">
        {household ? (
          <Link className="line__title" to="/gezinnen/$id/overleggen/$meetingId" params={{ id: household.id, meetingId: id }}>
            {title}
          </Link>
        ) : (
          <Link className="line__title" to="/overleggen/casuistiek/$reviewId" params={{ reviewId: id }}>
            {title}
          </Link>
        )}
        {kind === 'coordination' ? <MeetingWord state={state as keyof typeof say.states} /> : <Word>{caseReview.states[state as keyof typeof caseReview.states]}</Word>}
      </div>
      <p className="small quiet">
        {household ? household.name : say.caseReview} · {sayExactly(plannedAt, time)} · {organisedBy}
      </p>
    </li>
  );
}
