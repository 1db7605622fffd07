import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

export interface Draft<V> {
  key: string;
  /** Takes out what may not stay behind in the browser, such as a BSN. */
  without?: (values: V) => V;
}

const stored = (key: string): string => `naast.concept.${key}`;
const OWNER = 'naast.van';

/** On a shared desk the next person finds nothing of the one before, also when a session just ran out. */
export function keepDraftsOf(userId: string): void {
  if (sessionStorage.getItem(OWNER) !== userId) sessionStorage.clear();
  sessionStorage.setItem(OWNER, userId);
}

function readDraft<V extends object>(draft: Draft<V> | undefined, initial: V): { values: V; found: boolean } {
  const kept = draft && sessionStorage.getItem(stored(draft.key));
  if (!kept) return { values: initial, found: false };
  return { values: { ...initial, ...(JSON.parse(kept) as Partial<V>) }, found: true };
}

/** What someone typed stays in this tab until it is sent, also after a reload or signing in again. */
export function useDraft<V extends object>(initial: V, draft: Draft<V> | undefined) {
  const [start] = useState(() => readDraft(draft, initial));
  const [values, setValues] = useState(start.values);
  const [touched, setTouched] = useState(start.found);
  useEffect(() => {
    if (!draft || !touched) return;
    const safe = draft.without ? draft.without(values) : values;
    sessionStorage.setItem(stored(draft.key), JSON.stringify(safe));
  }, [draft, values, touched]);
  const change: Dispatch<SetStateAction<V>> = (next) => {
    setTouched(true);
    setValues(next);
  };
  const forget = (next: V = initial) => {
    if (draft) sessionStorage.removeItem(stored(draft.key));
    setTouched(false);
    setValues(next);
  };
  return { values, change, forget, kept: Boolean(draft) && touched };
}
