import { useMemo } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, missing, RadioField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { Meeting, MeetingPoint } from './types.js';

type OwnerKind = MeetingPoint['decisions'][number]['ownerKind'];
const EMPTY = { what: '', ownerKind: '' as OwnerKind | '', ownerUserId: '', ownerMemberId: '', ownerOrganisationId: '', ownerRole: '', dueOn: '' };
type Values = typeof EMPTY;

const FIELD = { user: 'ownerUserId', member: 'ownerMemberId', organisation: 'ownerOrganisationId', network: 'ownerRole' } as const satisfies Record<OwnerKind, keyof Values>;

interface DecisionFormProps {
  id: string;
  meeting: Meeting;
  point: MeetingPoint;
}

/** What was decided, who does it and when; it becomes an action in the plan. */
export function DecisionForm({ id, meeting, point }: DecisionFormProps) {
  const { meeting: say } = useText();
  const form = useDecisionForm(id, meeting, point);
  const { ownerKind } = form.values;
  const owners = { user: meeting.colleagues, member: meeting.people, organisation: meeting.invited.map(({ organisation }) => organisation) };
  return (
    <Form form={form} submit={say.decide}>
      <TextField label={say.what} hint={say.whatHint} {...form.bind('what')} />
      <RadioField<OwnerKind> label={say.ownerKind} options={Object.entries(say.ownerKinds) as Option<OwnerKind>[]} {...form.bind('ownerKind')} />
      {ownerKind === 'network' && <TextField label={say.ownerRole} hint={say.ownerRoleHint} {...form.bind('ownerRole')} />}
      {ownerKind !== '' && ownerKind !== 'network' && <SelectField label={say.owner} options={owners[ownerKind].map((one) => [one.id, one.name])} {...form.bind(FIELD[ownerKind])} />}
      <DateField label={say.dueOn} {...form.bind('dueOn')} />
    </Form>
  );
}

function useDecisionForm(id: string, meeting: Meeting, point: MeetingPoint) {
  const { meeting: say } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const draft = useMemo(() => ({ key: `besluit.${point.id}` }), [point.id]);
  return useForm<Values, unknown>({
    initial: EMPTY,
    draft,
    check: (values) =>
      missing(
        ['what', values.what, say.required.what], ['ownerKind', values.ownerKind, say.required.ownerKind],
        ...(values.ownerKind ? [[FIELD[values.ownerKind], values[FIELD[values.ownerKind]], say.required.owner] as const] : []), ['dueOn', values.dueOn, say.required.dueOn],
      ),
    send: ({ what, ownerKind, dueOn, ...owner }) => {
      const kind = ownerKind as OwnerKind;
      const body = { pointId: point.id, what, ownerKind: kind, dueOn, [FIELD[kind]]: owner[FIELD[kind]] };
      return dataOf(
        api.POST('/v1/households/{id}/meetings/{meetingId}/decisions', { params: { path: { id, meetingId: meeting.id }, header: { ...ifMatch(meeting.version), ...once([meeting.id, meeting.version, body]) } }, body }),
      );
    },
    after: () => EMPTY,
    done: () => announce(say.decided),
  });
}
