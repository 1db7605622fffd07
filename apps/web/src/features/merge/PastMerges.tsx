import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { MergesOfFamily } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Button } from '../../components/amsterdam.js';
import { Fold } from '../../components/Fold.js';
import { Problem } from '../../components/Problem.js';
import { Story } from '../../components/Story.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { sayExactDay } from '../../time/when.js';

/** What went up in this dossier before, what happened there, and what has to be asked anew. */
export function PastMerges({ id, merges: { merges, story, bases } }: { id: string; merges: MergesOfFamily }) {
  const { merging: say } = useText();
  if (merges.length === 0) return null;
  return (
    <div className="folds">
      <Fold title={say.past} count={merges.length} open>
        <ul className="lines">
          {merges.map((one) => (
            <PastMerge key={one.id} id={id} merge={one} />
          ))}
        </ul>
      </Fold>
      {bases.length > 0 && (
        <Fold title={say.askAgain} count={bases.length} open>
          <p>{say.askAgainLead}</p>
          <ul>
            {bases.map(({ memberName, purpose, organisation }) => (
              <li key={`${memberName}.${purpose}.${organisation}`}>{say.basis(memberName, purpose, organisation)}</li>
            ))}
          </ul>
        </Fold>
      )}
      {story.length > 0 && (
        <Fold title={say.story} count={story.length}>
          <Story events={story} />
        </Fold>
      )}
    </div>
  );
}

function PastMerge({ id, merge }: { id: string; merge: MergesOfFamily['merges'][number] }) {
  const { merging: say, time } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const undoing = useMutation({
    mutationFn: () => dataOf(api.POST('/v1/households/{id}/merges/{mergeId}/undo', { params: { path: { id, mergeId: merge.id }, header: once(merge.id) } })),
    onSuccess: () => announce(say.undone),
  });
  return (
    <li>
      <p>{say.wentUp(merge.mergedCaseNumber)}</p>
      <p className="quiet small">
        {merge.mergedBy} · <When date={merge.mergedAt} />
        {merge.undoneAt && ` · ${say.undone}`}
      </p>
      {merge.allowedActions.includes('undo-merge') && (
        <div className="stack-s">
          <p className="small">{say.undoUntil(sayExactDay(merge.undoUntil, time))}</p>
          <div className="actions">
            <Button variant="secondary" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
              {say.undo}
            </Button>
          </div>
          {undoing.error && <Problem error={undoing.error} />}
        </div>
      )}
    </li>
  );
}
