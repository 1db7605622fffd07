import { useMutation } from '@tanstack/react-query';
import { api, ifMatch } from '../../api/client.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import type { DestructionList } from './types.js';

const target = ({ id, version }: DestructionList) => ({ params: { path: { id }, header: ifMatch(version) } });

/** What may be done with the whole list now. */
export function ListActions({ list }: { list: DestructionList }) {
  const may = (action: string): boolean => list.allowedActions.includes(action);
  return (
    <>
      {list.whyNotApprove && <p className="note">{list.whyNotApprove}</p>}
      {may('approve') && <Approve list={list} />}
      {may('retry') && <Retry list={list} />}
      {may('withdraw') && <Withdraw list={list} />}
    </>
  );
}

function Approve({ list }: { list: DestructionList }) {
  const say = useText().retention.list;
  const announce = useAnnounce();
  const approving = useMutation({
    mutationFn: () => api.POST('/v1/destruction-lists/{id}/approval', target(list)),
    onSuccess: () => announce(say.approved),
  });
  return (
    <>
      {approving.error && <Problem error={approving.error} />}
      <div className="row">
        <ConfirmDialog
          trigger={say.approve}
          heading={say.approveTitle(list.toDestroy)}
          confirm={say.approveConfirm}
          busy={approving.isPending}
          onConfirm={() => approving.mutate()}
        >
          <p>{say.approveText}</p>
          <p>{say.approveText2}</p>
        </ConfirmDialog>
      </div>
    </>
  );
}

function Retry({ list }: { list: DestructionList }) {
  const say = useText().retention.list;
  const announce = useAnnounce();
  const trying = useMutation({
    mutationFn: () => api.POST('/v1/destruction-lists/{id}/retry', target(list)),
    onSuccess: () => announce(say.retried),
  });
  return (
    <>
      {trying.error && <Problem error={trying.error} />}
      <div className="row">
        <Button type="button" variant="secondary" disabled={trying.isPending} onClick={() => trying.mutate()}>
          {say.retry}
        </Button>
      </div>
    </>
  );
}

function Withdraw({ list }: { list: DestructionList }) {
  const say = useText().retention.list;
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => missing(['reason', reason, say.required.reason]),
    send: (body) => api.POST('/v1/destruction-lists/{id}/withdrawal', { ...target(list), body }),
    done: () => announce(say.withdrawn),
  });
  return (
    <details className="fold">
      <summary>
        <h3>{say.withdraw}</h3>
      </summary>
      <div className="fold__body">
        <Form form={form} submit={say.withdraw}>
          <p>{say.withdrawText}</p>
          <LongTextField rows={2} label={say.withdrawWhy} hint={say.reasonHint} {...form.bind('reason')} />
        </Form>
      </div>
    </details>
  );
}
