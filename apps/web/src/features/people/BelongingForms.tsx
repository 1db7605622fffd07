import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { FamilyPerson, LeavingReason } from '../../api/types.js';
import { DateField, Form, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { useBackToPeople } from './saving.js';

interface Props {
  id: string;
  member: FamilyPerson;
}
type Role = FamilyPerson['role'];

export function RoleForm({ id, member }: Props) {
  const { people: say, words } = useText();
  const back = useBackToPeople(id);
  const form = useForm({
    initial: { role: member.role },
    send: (body) => dataOf(api.PUT('/v1/households/{id}/members/{memberId}/role', { params: { path: { id, memberId: member.id }, header: ifMatch(member.version) }, body })),
    done: () => back(),
  });
  return (
    <Form form={form} submit={say.changeRole}>
      <RadioField<Role> label={say.role} hint={say.roleHelp} options={Object.entries(words.member) as Option<Role>[]} {...form.bind('role')} />
    </Form>
  );
}

export function LeaveForm({ id, member }: Props) {
  const { people: say } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  const { records, referrals } = member.running;
  const form = useForm({
    initial: { leftOn: today() as string, reason: '' as LeavingReason | '' },
    check: ({ leftOn, reason }) => missing(['leftOn', leftOn, say.required.leftOn], ['reason', reason, say.required.reason]),
    send: ({ leftOn, reason }) => {
      const body = { leftOn, reason: reason as LeavingReason };
      const header = { ...once([member.id, body]), ...ifMatch(member.version) };
      return dataOf(api.POST('/v1/households/{id}/members/{memberId}/departure', { params: { path: { id, memberId: member.id }, header }, body }));
    },
    done: () => back(say.left),
  });
  return (
    <Form form={form} submit={say.leave}>
      <p>{say.leaveHelp}</p>
      {records + referrals > 0 && <p>{say.running(records, referrals)}</p>}
      <DateField label={say.leftOn} {...form.bind('leftOn')} />
      <RadioField<LeavingReason> label={say.leaveReason} options={Object.entries(say.leaving) as Option<LeavingReason>[]} {...form.bind('reason')} />
    </Form>
  );
}

export function ReturnForm({ id, member }: Props) {
  const { people: say, words } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { on: today() as string, role: (member.role === 'main' ? 'other' : member.role) as Role },
    check: ({ on }) => missing(['on', on, say.required.on]),
    send: (body) => {
      const header = { ...once([member.id, body]), ...ifMatch(member.version) };
      return dataOf(api.POST('/v1/households/{id}/members/{memberId}/return', { params: { path: { id, memberId: member.id }, header }, body }));
    },
    done: () => back(say.returned),
  });
  const options = (Object.entries(words.member) as Option<Role>[]).filter(([role]) => role !== 'main');
  return (
    <Form form={form} submit={say.return}>
      <DateField label={say.returnOn} {...form.bind('on')} />
      <RadioField<Role> label={say.role} options={options} {...form.bind('role')} />
    </Form>
  );
}
