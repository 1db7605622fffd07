import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { NetworkKind, NetworkPerson } from '../../api/types.js';
import { missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { useBackToPeople, useTheirs } from './saving.js';

type Agreement = NetworkPerson['agreement'];

export const draftOf = (one: NetworkPerson | undefined) => ({
  memberId: one?.memberId ?? '', kind: (one?.kind ?? '') as NetworkKind | '', relation: one?.relation ?? '', agreement: (one?.agreement ?? '') as Agreement | '',
  agreedOn: one?.agreedOn ?? '', name: one?.name ?? '', phone: one?.phone ?? '', email: one?.email ?? '', since: one?.since ?? today(), until: one?.until ?? '',
  backupUserId: one?.backup?.id ?? '', version: one?.version ?? 0,
});
export type NetworkDraft = ReturnType<typeof draftOf>;

/** Without a yes the name does not go along, also when it was typed before. */
const contentOf = ({ memberId, kind, relation, agreement, agreedOn, name, phone, email, since, until, backupUserId }: NetworkDraft) => ({
  memberId: memberId || undefined, kind: kind as NetworkKind, relation, agreement: agreement as Agreement, since, until: until || undefined,
  agreedOn: agreement === 'not-asked' ? undefined : agreedOn || undefined,
  ...(agreement === 'yes' && { name: name || undefined, phone: phone || undefined, email: email || undefined, backupUserId: backupUserId || undefined }),
});

export function useNetworkForm(id: string, one: NetworkPerson | undefined) {
  const { people: say } = useText();
  const back = useBackToPeople(id);
  const once = useIdempotencyKey();
  const { theirs, stale } = useTheirs(id, ({ network }) => (one ? draftOf(network.find((known) => known.id === one.id)) : undefined));
  const form = useForm({
    initial: draftOf(one),
    draft: { key: `mensen.netwerk.${one?.id ?? id}` },
    check: ({ kind, relation, agreement, since }) =>
      missing(['kind', kind, say.required.kind], ['relation', relation, say.required.relation], ['agreement', agreement, say.required.agreement], ['since', since, say.required.since]),
    send: (values) => {
      const body = contentOf(values);
      if (one) return dataOf(api.PUT('/v1/households/{id}/network/{networkId}', { params: { path: { id, networkId: one.id }, header: ifMatch(values.version) }, body }));
      return dataOf(api.POST('/v1/households/{id}/network', { params: { path: { id }, header: once(body) }, body }));
    },
    stale,
    done: () => back(),
  });
  return { form, theirs };
}
