import { useRef } from 'react';

/** The same key for the same content, so that a retry after a lost answer is harmless. */
export function useIdempotencyKey(): (body: unknown) => { 'Idempotency-Key': string } {
  const last = useRef({ content: '', key: '' });
  return (body) => {
    const content = JSON.stringify(body) ?? '';
    if (content !== last.current.content) last.current = { content, key: crypto.randomUUID() };
    return { 'Idempotency-Key': last.current.key };
  };
}
