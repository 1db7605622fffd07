import { useCallback, useEffect, useRef, useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { statusOf } from '../../api/problem.js';
import { now } from '../../time/now.js';
import { contentOf, type ContactFields, fieldsOf } from './contact-form.js';
import { readDraft } from './queries.js';
import type { ServerDraft } from './types.js';

const PAUSE_MS = 1_200;
const AGAIN_MS = 10_000;

/** How it stands with the draft on the server. */
export type DraftState =
  | { is: 'idle' }
  | { is: 'saved'; at: Date }
  | { is: 'unreachable' }
  /** Not tried again before it is changed. */
  | { is: 'refused'; error: unknown; text: string }
  | { is: 'elsewhere'; theirs: ServerDraft };

interface Options {
  id: string;
  values: ContactFields;
  start: ServerDraft;
  /** The server has this version now. */
  onVersion: (version: number) => void;
}

const asText = (values: ContactFields): string => JSON.stringify(contentOf(values));

/**
 * Keeps what is typed on the server after each pause, so that a closed browser loses nothing. Not a mutation: those read
 * everything on the screen anew. One save at a time, each with the version before it: of two windows neither overwrites the other.
 */
export function useSavedDraft({ id, values, start, onVersion }: Options) {
  const [state, setState] = useState<DraftState>({ is: 'idle' });
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);
  const saved = useRef(asText(start.content ? fieldsOf(start) : values));
  const running = useRef<Promise<void> | undefined>(undefined);
  const stopped = useRef(false);

  const saveOnce = useCallback(async () => {
    const typed = latest.current;
    const text = asText(typed);
    if (text === saved.current || stopped.current) return;
    try {
      const answer = await dataOf(api.PUT('/v1/households/{id}/contact-draft', { params: { path: { id }, header: ifMatch(typed.version) }, body: contentOf(typed) }));
      saved.current = text;
      latest.current = { ...latest.current, version: answer.version };
      onVersion(answer.version);
      setState({ is: 'saved', at: now() });
    } catch (error) {
      setState(await whatWentWrong(id, error, text));
    }
  }, [id, onVersion]);

  const save = useCallback(() => {
    running.current ??= saveOnce().finally(() => (running.current = undefined));
    return running.current;
  }, [saveOnce]);

  const text = asText(values);
  const again = state.is === 'unreachable';
  useEffect(() => {
    if (text === saved.current || state.is === 'elsewhere' || (state.is === 'refused' && state.text === text)) return;
    const timer = setTimeout(() => void save(), again ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, again, state, save]);

  useEffect(() => {
    const leave = (): void => void (document.visibilityState === 'hidden' && save());
    const back = (): void => void save();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', back);
    };
  }, [save]);

  /** Before the note is sent: what is on its way arrives first, and nothing follows it. */
  const settle = async (): Promise<void> => {
    stopped.current = true;
    await running.current;
  };
  /** From here on this is what the server has. */
  const restart = (known: ContactFields): void => {
    stopped.current = false;
    saved.current = asText(known);
    setState({ is: 'idle' });
  };
  /** It was not sent after all: go on keeping it. */
  const resume = (): void => {
    stopped.current = false;
  };
  return { state, settle, restart, resume };
}

async function whatWentWrong(id: string, error: unknown, text: string): Promise<DraftState> {
  const status = statusOf(error);
  if (status === 412) {
    const theirs = await readDraft(id).catch(() => undefined);
    return theirs ? { is: 'elsewhere', theirs } : { is: 'unreachable' };
  }
  return status >= 400 && status < 500 ? { is: 'refused', error, text } : { is: 'unreachable' };
}
