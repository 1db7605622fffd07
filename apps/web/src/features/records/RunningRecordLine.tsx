import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { RunningRecord } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** What it is, whom it reaches, until when; and the button, where it is the resident's to take back. */
export function RunningRecordLine({ record }: { record: RunningRecord }) {
  const { withdrawing: say, words } = useText();
  const { kind, about, basisType, toOrganisation, validUntil } = record;
  return (
    <div className="stack-s">
      <p>
        <strong>{say.kinds[kind]}</strong>
        {basisType && ` (${words.basisType[basisType].toLowerCase()})`}: {about}
      </p>
      <p className="quiet small">
        {toOrganisation && say.to(toOrganisation)} {validUntil && <>{say.until} <When date={validUntil} /></>}
      </p>
      {isTheirsToTakeBack(record) && <Withdraw record={record} />}
    </div>
  );
}

/** Only consent is the resident's to take back; against a task of the municipality one can object (AVG 7(3), 21). */
export const isTheirsToTakeBack = ({ basisType }: RunningRecord): boolean => basisType === null || basisType === 'consent';

function Withdraw({ record }: { record: RunningRecord }) {
  const { withdrawing: say } = useText();
  const announce = useAnnounce();
  const withdrawing = useMutation({ mutationFn: () => withdraw(record), onSuccess: () => announce(say.done) });
  const trigger = (
    <>
      {say.withdraw}
      <span className="visually-hidden">: {record.about}, {record.memberName}</span>
    </>
  );
  return (
    <div className="row">
      <ConfirmDialog trigger={trigger} heading={say.sure} confirm={say.withdraw} busy={withdrawing.isPending} onConfirm={() => withdrawing.mutate()}>
        <p>{say.consequence[record.kind]}</p>
      </ConfirmDialog>
      {withdrawing.error && <Problem error={withdrawing.error} />}
    </div>
  );
}

function withdraw({ kind, id: record, householdId: id }: RunningRecord): Promise<unknown> {
  if (kind === 'legal-basis') return dataOf(api.POST('/v1/households/{id}/legal-bases/{basisId}/withdrawal', { params: { path: { id, basisId: record } }, body: {} }));
  if (kind === 'secrecy-release') return dataOf(api.POST('/v1/households/{id}/secrecy-releases/{releaseId}/withdrawal', { params: { path: { id, releaseId: record } }, body: {} }));
  return dataOf(api.POST('/v1/households/{id}/help-agreements/{agreementId}/withdrawal', { params: { path: { id, agreementId: record } }, body: {} }));
}
