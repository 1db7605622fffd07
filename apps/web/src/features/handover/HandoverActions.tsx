import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ifMatch } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { MoveTalkForm, ReasonForm, RecordTalkForm } from './HandoverForms.js';
import type { Handover, HandoverPage } from './queries.js';

interface Props {
  page: HandoverPage;
  handover: Handover;
}

/** What this reader may do now; the API says what. The forms that come less often are folded. */
export function HandoverActions({ page, handover }: Props) {
  const { handover: say } = useText();
  const may = (action: Handover['allowedActions'][number]): boolean => handover.allowedActions.includes(action);
  const to = { household: page.household.id, handover };
  return (
    <div className="stack no-print">
      {may('accept') && <Accept page={page} handover={handover} />}
      {may('record-talk') && <RecordTalkForm members={page.members} {...to} />}
      {may('confirm') && <Confirm page={page} handover={handover} />}
      {may('decline') && <ReasonForm what="decline" title={say.decline} label={say.declineWhy} done={say.declined} leave {...to} />}
      {may('move-talk') && <MoveTalkForm {...to} />}
      {may('switch-urgently') && <ReasonForm what="urgent-switch" title={say.urgent} text={say.urgentText} label={say.urgentWhy} done={say.switched} {...to} />}
      {/* Who is asked says no; stopping is for what was agreed. */}
      {may('cancel') && !may('decline') && <ReasonForm what="cancellation" title={say.cancel} label={say.cancelWhy} done={say.cancelled} leave={!page.regie} {...to} />}
    </div>
  );
}

function Accept({ page, handover }: Props) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const accepting = useMutation({
    mutationFn: () =>
      api.POST('/v1/households/{id}/handovers/{handoverId}/acceptance', {
        params: { path: { id: page.household.id, handoverId: handover.id }, header: ifMatch(handover.version) },
      }),
    onSuccess: () => announce(say.accepted),
  });
  return (
    <div className="stack-s">
      <div className="row">
        <Button disabled={accepting.isPending} onClick={() => accepting.mutate()}>
          {say.accept}
        </Button>
      </div>
      {accepting.error && <Problem error={accepting.error} />}
    </div>
  );
}

function Confirm({ page, handover }: Props) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const isOld = useMe().user.id === handover.regisseur.id;
  const isLast = handover.state === 'confirmed-by-one';
  const confirming = useMutation({
    mutationFn: () =>
      api.POST('/v1/households/{id}/handovers/{handoverId}/confirmation', { params: { path: { id: page.household.id, handoverId: handover.id } } }),
    onSuccess: async () => {
      announce(isLast ? say.switched : say.confirmed);
      // The dossier is closed for the old regisseur now.
      if (isLast && isOld) await navigate({ to: '/gezinnen' });
    },
  });
  return (
    <div className="stack-s">
      <div className="row">
        <ConfirmDialog trigger={say.confirm} heading={say.confirmTitle} confirm={say.confirmYes} busy={confirming.isPending} onConfirm={() => confirming.mutate()}>
          <p>{isLast ? say.confirmLast : say.confirmFirst}</p>
        </ConfirmDialog>
      </div>
      {confirming.error && <Problem error={confirming.error} />}
    </div>
  );
}
