import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Problem } from '../../components/Problem.js';
import { Word, type Tone } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { KeepForm } from './KeepForm.js';
import type { DestructionItem, DestructionList } from './types.js';

const TONES: Record<DestructionItem['state'], Tone> = { proposed: 'warm', kept: 'open', destroyed: 'plain', failed: 'alarm' };

/** What stands on the list: numbers and days, no names. */
export function DestructionItems({ list }: { list: DestructionList }) {
  const say = useText().retention.list;
  const { id } = list;
  // Read again when the counts of the list change: a record was destroyed in the meantime.
  const pages = usePages(['destruction-items', id, list.version, list.toDestroy], (cursor) =>
    dataOf(api.GET('/v1/destruction-lists/{id}/items', { params: { path: { id }, query: { cursor, limit: 50 } } })),
  );
  const columns: Column<DestructionItem>[] = [
    { label: say.case, cell: (item) => <CaseOf item={item} /> },
    { label: say.because, cell: (item) => <Reason item={item} /> },
    { label: say.state, cell: (item) => <Standing listId={id} item={item} /> },
  ];
  return (
    <section className="stack" aria-labelledby="items">
      <h2 id="items">{say.items}</h2>
      <Loaded query={pages}>{({ items }) => <DataTable caption={say.items} columns={columns} rows={items} keyOf={(item) => item.id} />}</Loaded>
      <LoadMore pages={pages} />
    </section>
  );
}

function CaseOf({ item: { caseNumber, endedOn, endState } }: { item: DestructionItem }) {
  const say = useText().retention.list;
  return (
    <span className="stack-s">
      <span className="nowrap">{caseNumber}</span>
      <span className="quiet small">
        {say.endStates[endState] ?? endState} <When date={endedOn} />
      </span>
    </span>
  );
}

function Reason({ item: { rule, kinds, mayGoOn, maybeYouthHelp } }: { item: DestructionItem }) {
  const say = useText().retention.list;
  return (
    <span className="stack-s">
      <span>{rule}</span>
      <span className="quiet small">
        {say.mayGo} <When date={mayGoOn} />
      </span>
      {kinds.length > 1 && <span className="quiet small">{say.alsoKinds(kinds.join(', '))}</span>}
      {maybeYouthHelp && <span className="small">{say.maybeYouthHelp}</span>}
    </span>
  );
}

function Standing({ listId, item }: { listId: string; item: DestructionItem }) {
  const say = useText().retention.list;
  const [keeping, setKeeping] = useState(false);
  const may = (action: string): boolean => item.allowedActions.includes(action);
  return (
    <span className="stack-s">
      <span>
        <Word tone={TONES[item.state]}>{say.states[item.state]}</Word>
      </span>
      {item.keptReason && <span className="small preserve">{item.keptReason}</span>}
      {item.keptBy && <span className="quiet small">{say.keptBy(item.keptBy)}{item.keptUntil && <> {say.until} <When date={item.keptUntil} /></>}</span>}
      {item.destroyedAt && <span className="quiet small"><When date={item.destroyedAt} /></span>}
      {item.failureCode && <span className="quiet small">{say.code(item.failureCode)}</span>}
      {may('keep') && !keeping && (
        <span>
          <button type="button" className="linklike" aria-label={say.keepOne(item.caseNumber)} onClick={() => setKeeping(true)}>
            {say.keep}
          </button>
        </span>
      )}
      {may('keep') && keeping && <KeepForm listId={listId} item={item} close={() => setKeeping(false)} />}
      {may('undo') && <Undo listId={listId} item={item} />}
    </span>
  );
}

function Undo({ listId, item }: { listId: string; item: DestructionItem }) {
  const say = useText().retention.list;
  const announce = useAnnounce();
  const undoing = useMutation({
    mutationFn: () =>
      api.POST('/v1/destruction-lists/{id}/items/{itemId}/undo', { params: { path: { id: listId, itemId: item.id }, header: ifMatch(item.version) } }),
    onSuccess: () => announce(say.undone),
  });
  return (
    <>
      {undoing.error && <Problem error={undoing.error} />}
      <span>
        <button type="button" className="linklike" disabled={undoing.isPending} aria-label={say.undoOne(item.caseNumber)} onClick={() => undoing.mutate()}>
          {say.undo}
        </button>
      </span>
    </>
  );
}
