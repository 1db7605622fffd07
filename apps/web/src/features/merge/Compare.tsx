import { Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { MergeComparison } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { CompareFields } from './CompareFields.js';
import { CompareMembers } from './CompareMembers.js';
import { type Choice, comesAlong, MERGE_FIELDS } from './choice.js';

/** Left goes on, right goes up in it. What is not chosen stays as it is left. */
export function Compare({ data }: { data: MergeComparison }) {
  const { merging: say } = useText();
  const { survivor, merged } = data;
  const form = useMerging(data);
  return (
    <>
      <p>{say.which(survivor.caseNumber, merged.caseNumber)}</p>
      <Link to="/gezinnen/$id/samenvoegen" params={{ id: merged.id }} search={{ met: survivor.id }} replace>
        {say.turn}
      </Link>
      {merged.first.length > 0 && (
        <div className="note" role="status">
          <p>{say.first}</p>
          <ul>
            {merged.first.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <Form wide form={form} submit={say.submit} blocked={merged.first.length > 0}>
        <CompareFields data={data} form={form} />
        <CompareMembers data={data} form={form} />
        <p className="note note--calm">{say.what}</p>
      </Form>
    </>
  );
}

const initialOf = ({ merged, same }: MergeComparison): Choice => ({
  fields: Object.fromEntries(MERGE_FIELDS.map((field) => [field, 'survivor'])) as Choice['fields'],
  members: Object.fromEntries(merged.members.map(({ id }) => [id, same.find(({ memberId }) => memberId === id)?.sameAs ?? comesAlong])),
});

function useMerging(data: MergeComparison) {
  const { merging: say } = useText();
  const { survivor, merged } = data;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  return useForm({
    initial: initialOf(data),
    send: ({ fields, members }: Choice) => {
      const pairs = Object.entries(members).map(([memberId, sameAs]) => ({ memberId, sameAsMemberId: sameAs === comesAlong ? undefined : sameAs }));
      const body = { mergedHouseholdId: merged.id, mergedVersion: merged.version, fields, members: pairs };
      return dataOf(api.POST('/v1/households/{id}/merges', { params: { path: { id: survivor.id }, header: { ...ifMatch(survivor.version), ...once(body) } }, body }));
    },
    done: () => {
      announce(say.done);
      void navigate({ to: '/gezinnen/$id/samenvoegen', params: { id: survivor.id } });
    },
  });
}
