import { useMemo } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, Form, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { Meeting } from './types.js';

export function AttendanceForm({ id, meeting }: { id: string; meeting: Meeting }) {
  const { meeting: say } = useText();
  const announce = useAnnounce();
  const draft = useMemo(() => ({ key: `aanwezig.${meeting.id}` }), [meeting.id]);
  const form = useForm({
    initial: { organisationIds: [] as string[], memberIds: [] as string[], others: '' },
    draft,
    send: ({ others, ...present }) =>
      dataOf(
        api.POST('/v1/households/{id}/meetings/{meetingId}/attendance', {
          params: { path: { id, meetingId: meeting.id }, header: ifMatch(meeting.version) }, body: { ...present, others: others.trim() || undefined },
        }),
      ),
    done: () => announce(say.attendanceSaved),
  });
  return (
    <section className="sheet no-print" aria-labelledby="attendance">
      <h2 id="attendance">{say.attendance}</h2>
      <Form form={form} submit={say.saveAttendance}>
        <CheckboxesField optional label={say.attendOrganisations} options={meeting.invited.map(({ organisation }) => [organisation.id, organisation.name])} {...form.bind('organisationIds')} />
        <CheckboxesField optional label={say.attendMembers} options={meeting.people.map(({ id: person, name }) => [person, name])} {...form.bind('memberIds')} />
        <TextField optional label={say.attendOthers} hint={say.attendOthersHint} {...form.bind('others')} />
      </Form>
    </section>
  );
}
