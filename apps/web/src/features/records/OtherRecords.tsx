import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { DataCategory, Dossier, HelpAgreement, SecrecyRelease } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { RecordFacts } from './RecordFacts.js';

export function ReleaseRecord({ household, release }: { household: Dossier; release: SecrecyRelease }) {
  const { records: say, words } = useText();
  const params = { path: { id: household.id, releaseId: release.id } };
  return (
    <RecordFacts
      household={household}
      heading={`${release.professional}, ${release.releasedOrganisation}`}
      record={release}
      more={[
        [say.heard, release.toOrganisation.name],
        [say.shared, release.categories.map((category) => words.category[category as DataCategory]).join(', ')],
        [say.goal, release.purpose],
      ]}
    >
      {release.allowedActions.includes('withdraw') && (
        <Withdraw
          about={`${release.professional}, ${release.memberName}`}
          title={say.releaseWithdraw}
          send={() => dataOf(api.POST('/v1/households/{id}/secrecy-releases/{releaseId}/withdrawal', { params, body: {} }))}
        >
          {say.releaseWithdrawHelp}
        </Withdraw>
      )}
    </RecordFacts>
  );
}

export function HelpRecord({ household, agreement }: { household: Dossier; agreement: HelpAgreement }) {
  const { records: say } = useText();
  const params = { path: { id: household.id, agreementId: agreement.id } };
  const live = agreement.state === 'active';
  return (
    <RecordFacts household={household} heading={agreement.help} record={agreement}>
      {live && household.allowedActions.includes('record-legal-basis') && (
        <p>
          <Link to="/gezinnen/$id/toestemming/hulp" params={{ id: household.id }} search={{ lid: agreement.memberId, vervangt: agreement.id }}>
            {say.renew}
            <span className="visually-hidden">: {agreement.help}</span>
          </Link>
        </p>
      )}
      {agreement.allowedActions.includes('withdraw') && (
        <Withdraw
          about={`${agreement.help}, ${agreement.memberName}`}
          title={say.helpWithdraw}
          send={() => dataOf(api.POST('/v1/households/{id}/help-agreements/{agreementId}/withdrawal', { params, body: {} }))}
        >
          {say.helpWithdrawHelp}
        </Withdraw>
      )}
    </RecordFacts>
  );
}

function Withdraw({ about, title, send, children }: { about: string; title: string; send: () => Promise<unknown>; children: ReactNode }) {
  const { records: say } = useText();
  const announce = useAnnounce();
  const withdrawing = useMutation({ mutationFn: send, onSuccess: () => announce(say.ended) });
  const trigger = (
    <>
      {say.withdraw}
      <span className="visually-hidden">: {about}</span>
    </>
  );
  return (
    <div className="row">
      <ConfirmDialog trigger={trigger} heading={title} confirm={say.withdraw} busy={withdrawing.isPending} onConfirm={() => withdrawing.mutate()}>
        <p>{children}</p>
      </ConfirmDialog>
      {withdrawing.error && <Problem error={withdrawing.error} />}
    </div>
  );
}
