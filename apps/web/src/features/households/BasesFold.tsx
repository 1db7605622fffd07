import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { DataCategory, Dossier, LegalBasis } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Fold } from '../../components/Fold.js';
import { Problem } from '../../components/Problem.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function BasesFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const active = dossier.legalBases.filter(({ state }) => state === 'active');
  return (
    <Fold title={say.bases} count={active.length}>
      {dossier.legalBases.length === 0 && <p className="quiet">{say.basesEmpty}</p>}
      <ul className="lines">
        {dossier.legalBases.map((basis) => (
          <BasisLine key={basis.id} householdId={dossier.id} basis={basis} />
        ))}
      </ul>
    </Fold>
  );
}

function BasisLine({ householdId, basis }: { householdId: string; basis: LegalBasis }) {
  const { words, common } = useText();
  return (
    <li>
      <div className="line__main">
        <span className="line__title">
          {basis.toOrganisation.name}: {basis.memberName}
        </span>
        <Word tone={basis.state === 'active' ? 'open' : 'plain'}>{words.basisState[basis.state]}</Word>
      </div>
      <p>{basis.explanation}</p>
      <p className="small quiet">
        {words.basisType[basis.type]}, {basis.article} ·{' '}
        {basis.dataCategories.map((category) => words.category[category as DataCategory]).join(', ')} · {common.until}{' '}
        <When date={basis.validUntil} />
      </p>
      {basis.allowedActions.includes('withdraw') && <Withdraw householdId={householdId} basis={basis} />}
    </li>
  );
}

function Withdraw({ householdId, basis }: { householdId: string; basis: LegalBasis }) {
  const { dossier: say } = useText();
  const announce = useAnnounce();
  const withdrawing = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/v1/households/{id}/legal-bases/{basisId}/withdrawal', {
          params: { path: { id: householdId, basisId: basis.id } },
          body: {},
        }),
      ),
    onSuccess: ({ stoppedReferrals }) => announce(say.withdrawn(stoppedReferrals.length)),
  });
  const trigger = (
    <>
      {say.withdraw}
      <span className="visually-hidden">
        : {basis.toOrganisation.name}, {basis.memberName}
      </span>
    </>
  );
  return (
    <div className="row">
      <ConfirmDialog
        trigger={trigger}
        heading={say.withdrawTitle}
        confirm={say.withdraw}
        busy={withdrawing.isPending}
        onConfirm={() => withdrawing.mutate()}
      >
        <p>{basis.explanation}</p>
        <p>{say.withdrawHelp}</p>
      </ConfirmDialog>
      {withdrawing.error && <Problem error={withdrawing.error} />}
    </div>
  );
}
