import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { WaitingDetail } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** Who called when; the own call of today can be taken back. */
export function Calls({ family: { household, calls } }: { family: WaitingDetail }) {
  const { waiting } = useText();
  return (
    <section className="stack" aria-labelledby="gebeld">
      <h2 id="gebeld">{waiting.calls}</h2>
      {calls.length === 0 ? <p className="quiet">{waiting.noCalls}</p> : <ul className="lines">{calls.map((call) => <Call key={call.id} householdId={household.id} call={call} />)}</ul>}
    </section>
  );
}

function Call({ householdId, call }: { householdId: string; call: WaitingDetail['calls'][number] }) {
  const { waiting } = useText();
  const announce = useAnnounce();
  const undoing = useMutation({
    mutationFn: () => api.POST('/v1/households/{id}/waiting-contacts/{contactId}/undo', { params: { path: { id: householdId, contactId: call.id } } }),
    onSuccess: () => announce(waiting.undoDone),
  });
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{call.undone ? <s>{waiting.outcomes[call.outcome]}</s> : waiting.outcomes[call.outcome]}</span>
        {call.undone && <span className="word">{waiting.undone}</span>}
      </div>
      {call.note && <p className="preserve">{call.note}</p>}
      <p className="small quiet">
        <When date={call.calledOn} /> {waiting.by(call.by)}
        {call.nextTryOn && !call.undone && (
          <>
            {' · '}
            {waiting.nextTry} <When date={call.nextTryOn} />
          </>
        )}
      </p>
      {call.allowedActions.includes('undo') && (
        <div className="actions">
          <Button variant="secondary" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
            {waiting.undo}
          </Button>
        </div>
      )}
      {undoing.error && <Problem error={undoing.error} />}
    </li>
  );
}
