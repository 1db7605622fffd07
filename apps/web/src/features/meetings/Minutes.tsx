import { useMemo, useState } from 'react';
import { api, ifMatch } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Fold } from '../../components/Fold.js';
import { Form, LongTextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { DecisionForm } from './DecisionForm.js';
import { meetingQuery } from './queries.js';
import type { Meeting, MeetingPoint } from './types.js';

interface MinutesProps {
  id: string;
  meeting: Meeting;
}

export function Minutes({ id, meeting }: MinutesProps) {
  const { meeting: say } = useText();
  const writes = meeting.allowedActions.includes('write-minutes');
  return (
    <section className="stack" aria-labelledby="minutes">
      <h2 id="minutes">{say.minutes}</h2>
      {writes && <MinutesForm id={id} meeting={meeting} />}
      {meeting.points.map((point, at) => (
        <Point key={point.id} at={at} point={point} hideText={writes} />
      ))}
      {meeting.allowedActions.includes('decide') &&
        meeting.points.map((point) => (
          <div key={point.id} className="no-print">
            <Fold title={say.decideOn(point.title)}>
              <DecisionForm id={id} meeting={meeting} point={point} />
            </Fold>
          </div>
        ))}
    </section>
  );
}

function Point({ at, point, hideText }: { at: number; point: MeetingPoint; hideText: boolean }) {
  const { meeting: say, time } = useText();
  return (
    <article className="sheet" aria-labelledby={`point-${point.id}`}>
      <h3 id={`point-${point.id}`}>
        {at + 1}. {point.title}
      </h3>
      {point.broughtBy && <p className="small quiet">{say.broughtBy(point.broughtBy)}</p>}
      <p className={hideText ? 'preserve only-print' : 'preserve'}>{point.discussed ?? say.nothingDiscussed}</p>
      {point.decisions.length > 0 && (
        <div className="stack-s">
          <h4>{say.decisions}</h4>
          <ul className="bulleted">
            {point.decisions.map(({ id, what, owner, dueOn }) => (
              <li key={id}>
                {what} – {say.by(owner)}, {sayExactDay(dueOn, time)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

type Texts = Record<string, string>;
const textsOf = ({ points }: Meeting): Texts => Object.fromEntries(points.map(({ id, discussed }) => [id, discussed ?? '']));

function MinutesForm({ id, meeting }: MinutesProps) {
  const { meeting: say } = useText();
  const announce = useAnnounce();
  const [theirs, setTheirs] = useState<Meeting>();
  const initial = useMemo(() => ({ texts: textsOf(meeting), version: meeting.version }), [meeting]);
  const draft = useMemo(() => ({ key: `verslag.${meeting.id}` }), [meeting.id]);
  const newest = () => queryClient.fetchQuery({ ...meetingQuery(id, meeting.id), staleTime: 0 });
  const form = useForm({
    initial,
    draft,
    send: async ({ texts, version }) => {
      const body = { points: Object.entries(texts).map(([pointId, discussed]) => ({ pointId, discussed })) };
      await api.PUT('/v1/households/{id}/meetings/{meetingId}/minutes', { params: { path: { id, meetingId: meeting.id }, header: ifMatch(version) }, body });
      return newest();
    },
    after: (_, saved) => ({ texts: textsOf(saved), version: saved.version }),
    stale: async (values) => {
      const read = await newest();
      setTheirs(read);
      return { ...values, version: read.version };
    },
    done: () => (setTheirs(undefined), announce(say.minutesSaved)),
  });
  return (
    <div className="no-print">
      <Form form={form} submit={say.saveMinutes}>
        {theirs && (
          <section className="note" role="alert">
            <p>{say.stale}</p>
            {theirs.points.map(({ id: point, title, discussed }) => (
              <p key={point} className="preserve">
                <strong>{title}</strong>: {discussed}
              </p>
            ))}
          </section>
        )}
        {meeting.points.map((point) => (
          <LongTextField key={point.id} optional rows={4} label={say.discussed(point.title)} hint={say.discussedHint} {...form.at<string>(`texts.${point.id}`)} />
        ))}
      </Form>
    </div>
  );
}
