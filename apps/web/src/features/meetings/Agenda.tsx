import { useMemo, useState } from 'react';
import { api, ifMatch } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { meetingQuery } from './queries.js';
import type { Meeting } from './types.js';

interface AgendaProps {
  id: string;
  meeting: Meeting;
}

interface Point {
  pointId?: string;
  title: string;
  broughtBy: string;
}

export function Agenda({ id, meeting }: AgendaProps) {
  const { meeting: say } = useText();
  const edits = meeting.allowedActions.includes('set-agenda');
  return (
    <section className="stack" aria-labelledby="agenda">
      <h2 id="agenda">{say.agenda}</h2>
      <div className={edits ? 'only-print' : undefined}>
        {meeting.points.length === 0 ? <p className="quiet">{say.noAgenda}</p> : <PointList points={meeting.points} />}
      </div>
      {edits && (
        <div className="no-print">
          <AgendaForm id={id} meeting={meeting} />
        </div>
      )}
    </section>
  );
}

function PointList({ points }: Pick<Meeting, 'points'>) {
  const { meeting: say } = useText();
  return (
    <ol className="bulleted">
      {points.map(({ id, title, broughtBy }) => (
        <li key={id}>
          {title}
          {broughtBy && <span className="quiet">, {say.broughtBy(broughtBy)}</span>}
        </li>
      ))}
    </ol>
  );
}

function AgendaForm({ id, meeting }: AgendaProps) {
  const { meeting: say } = useText();
  const { form, theirs } = useAgendaForm(id, meeting);
  const { points } = form.values;
  const put = (next: Point[]): void => form.change((values) => ({ ...values, points: next }));
  const swap = (at: number, to: number): void => put(points.map((point, index) => (index === at ? (points[to] ?? point) : index === to ? (points[at] ?? point) : point)));
  return (
    <Form form={form} submit={say.saveAgenda}>
      {theirs && (
        <section className="note" role="alert">
          <p>{say.stale}</p>
          <PointList points={theirs.points} />
        </section>
      )}
      {points.map((point, at) => (
        <fieldset key={point.pointId ?? `new-${at}`} className="sheet">
          <legend>{say.point(at + 1)}</legend>
          <TextField label={say.pointTitle} hint={say.pointHint} {...form.at<string>(`points.${at}.title`)} />
          <TextField optional label={say.pointBy} {...form.at<string>(`points.${at}.broughtBy`)} />
          <div className="row">
            {at > 0 && <Button type="button" variant="tertiary" onClick={() => swap(at, at - 1)}>{say.up(at + 1)}</Button>}
            {at < points.length - 1 && <Button type="button" variant="tertiary" onClick={() => swap(at, at + 1)}>{say.down(at + 1)}</Button>}
            <Button type="button" variant="tertiary" onClick={() => put(points.filter((_, index) => index !== at))}>{say.remove(at + 1)}</Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button type="button" variant="secondary" onClick={() => put([...points, { title: '', broughtBy: '' }])}>{say.addPoint}</Button>
      </div>
    </Form>
  );
}

function useAgendaForm(id: string, meeting: Meeting) {
  const { meeting: say } = useText();
  const announce = useAnnounce();
  const [theirs, setTheirs] = useState<Meeting>();
  const initial = useMemo(() => ({ points: pointsOf(meeting), version: meeting.version }), [meeting]);
  const draft = useMemo(() => ({ key: `agenda.${meeting.id}` }), [meeting.id]);
  const form = useForm({
    initial,
    draft,
    check: ({ points }) => Object.fromEntries(points.flatMap(({ title }, at) => (title.trim() ? [] : [[`points.${at}.title`, say.required.title]]))),
    send: async ({ points, version }) => {
      const body = { points: points.map(({ pointId, title, broughtBy }) => ({ pointId, title, broughtBy: broughtBy.trim() || undefined })) };
      await api.PUT('/v1/households/{id}/meetings/{meetingId}/agenda', { params: { path: { id, meetingId: meeting.id }, header: ifMatch(version) }, body });
      return queryClient.fetchQuery({ ...meetingQuery(id, meeting.id), staleTime: 0 });
    },
    after: (_, saved) => ({ points: pointsOf(saved), version: saved.version }),
    stale: async (values) => {
      const newest = await queryClient.fetchQuery({ ...meetingQuery(id, meeting.id), staleTime: 0 });
      setTheirs(newest);
      // A point that somebody took off is a new one when it stays.
      return { points: values.points.map((point) => ({ ...point, pointId: newest.points.some((other) => other.id === point.pointId) ? point.pointId : undefined })), version: newest.version };
    },
    done: () => (setTheirs(undefined), announce(say.agendaSaved)),
  });
  return { form, theirs };
}

const pointsOf = ({ points }: Meeting): Point[] => points.map(({ id: pointId, title, broughtBy }) => ({ pointId, title, broughtBy: broughtBy ?? '' }));
