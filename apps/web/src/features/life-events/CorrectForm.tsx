import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { Facts } from '../../components/Facts.js';
import { DateField, Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { lifeEventsQuery, type LifeEvent } from './queries.js';
import { useBackToEvents } from './use-back.js';

interface CorrectFormProps {
  familyId: string;
  event: LifeEvent;
}

export function CorrectForm({ familyId, event }: CorrectFormProps) {
  const { lifeEvents: say, time } = useText();
  const { form, theirs } = useCorrectForm(familyId, event);
  return (
    <Form form={form} submit={say.save}>
      {theirs && (
        <div className="note" role="status">
          <p>{say.theirs}</p>
          <Facts facts={[[say.on, sayExactDay(theirs.on, time)], [say.note, theirs.note]]} />
        </div>
      )}
      {event.kind !== 'turning-18' && <DateField label={say.on} hint={say.onHints[event.kind]} {...form.bind('on')} />}
      <LongTextField optional rows={3} label={say.note} hint={say.noteHint} {...form.bind('note')} />
    </Form>
  );
}

function useCorrectForm(id: string, event: LifeEvent) {
  const { lifeEvents: say } = useText();
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<LifeEvent>();
  const initial = useMemo(() => ({ on: event.on, note: event.note ?? '', version: event.version }), [event]);
  const form = useForm({
    initial,
    draft: { key: `gebeurtenis-verbeteren.${event.id}` },
    check: ({ on }) => missing(['on', on, say.required.on]),
    // Somebody else was first: theirs comes beside what one typed, and saving again keeps one's own.
    stale: async (draft) => {
      const { events } = await client.fetchQuery({ ...lifeEventsQuery(id), staleTime: 0 });
      const newest = events.find((one) => one.id === event.id);
      setTheirs(newest);
      return { ...draft, version: newest?.version ?? draft.version };
    },
    send: ({ on, note, version }) =>
      dataOf(api.PATCH('/v1/households/{id}/life-events/{eventId}', {
        params: { path: { id, eventId: event.id }, header: ifMatch(version) }, body: { ...(event.kind !== 'turning-18' && { on }), note },
      })),
    done: useBackToEvents(id, say.saved),
  });
  return { form, theirs };
}
