import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useHasRole, useMe } from '../../api/session.js';
import type { Colleague } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, missing, SelectField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

/** A regisseur arranges the own absence; a team lead says first whose it is. */
export function ArrangeForm({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { substitution: say } = useText();
  const me = useMe().user.id;
  const leads = useHasRole('team-lead');
  const form = useArranging(leads ? '' : me);
  const away = form.values.regisseurId;
  const others = colleagues.filter(({ id }) => id !== away && id !== me);
  if (others.length === 0) return <p>{say.noColleagues}</p>;
  return (
    <Form form={form} submit={say.submit}>
      {leads && <SelectField label={say.regisseur} options={optionsOf(colleagues.filter(({ id, ofMyTeam }) => ofMyTeam || id === me))} {...form.bind('regisseurId')} />}
      <SelectField label={say.substitute} hint={say.substituteHint} options={optionsOf(others)} {...form.bind('substituteId')} />
      <DateField label={say.firstDay} {...form.bind('firstDay')} />
      <DateField label={say.lastDay} {...form.bind('lastDay')} />
    </Form>
  );
}

const optionsOf = (colleagues: readonly Colleague[]): Option[] => colleagues.map(({ id, name, teamName }) => [id, teamName ? `${name} (${teamName})` : name]);

function useArranging(regisseurId: string) {
  const { substitution: say } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const empty = { regisseurId, substituteId: '', firstDay: '', lastDay: '' };
  return useForm({
    initial: empty,
    check: (values) => missing(...(Object.keys(empty) as (keyof typeof empty)[]).map((name) => [name, values[name], say.required[name]] as const)),
    send: (body) => dataOf(api.POST('/v1/substitutions', { params: { header: once(body) }, body })),
    after: () => empty,
    done: () => announce(say.done),
  });
}
