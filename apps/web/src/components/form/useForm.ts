import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiProblem, statusOf } from '../../api/problem.js';
import { useDraft, type Draft } from './draft.js';
import { getIn, setIn } from './path.js';

export type Errors = Record<string, string>;

export interface Bound<T> {
  name: string;
  value: T;
  onChange: (value: T) => void;
  error: string | undefined;
}

interface FormConfig<V, R> {
  initial: V;
  draft?: Draft<V>;
  /** Only what the screen can know: is it filled in, is it a number. The rules are the API's. */
  check?: (values: V) => Errors;
  send: (values: V) => Promise<R>;
  /** What the form shows once it is sent; unset: what was typed. */
  after?: (values: V, result: R) => V;
  /** Somebody else was first (412): what to go on with. */
  stale?: (values: V) => Promise<V>;
  done: (result: R) => void;
}

export function useForm<V extends object, R>({ initial, draft, check, send, after, stale, done }: FormConfig<V, R>) {
  const { values, change, forget, kept } = useDraft(initial, draft);
  const [errors, setErrors] = useState<Errors>({});
  const [attempt, setAttempt] = useState(0);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (result) => (forget(after ? after(values, result) : values), done(result)),
    onError: async (error) => {
      setErrors(error instanceof ApiProblem ? byField(error) : {});
      if (stale && statusOf(error) === 412) change(await stale(values));
    },
    onSettled: () => setAttempt((count) => count + 1),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    sending.reset();
    const found = check?.(values) ?? {};
    setErrors(found);
    if (Object.keys(found).length === 0) return sending.mutate(values);
    setAttempt((count) => count + 1);
  };

  function at<T>(name: string): Bound<T> {
    const onChange = (value: T) => change((now) => setIn(now, name, value));
    return { name, value: getIn(values, name) as T, onChange, error: errors[name] };
  }
  const bind = <K extends keyof V & string>(name: K): Bound<V[K]> => at<V[K]>(name);
  const startOver = () => (forget(initial), setErrors({}), sending.reset());

  return { values, change, at, bind, errors, attempt, submit, kept, startOver, busy: sending.isPending, problem: sending.error };
}

export type FormState = Pick<
  ReturnType<typeof useForm<object, unknown>>,
  'errors' | 'attempt' | 'submit' | 'kept' | 'startOver' | 'busy' | 'problem'
>;

const byField = (problem: ApiProblem): Errors => Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]));
