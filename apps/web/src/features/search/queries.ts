import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../../api/client.js';

const PAUSE_MS = 250;

/** What somebody typed, once they hold still for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Long enough to be asked; what is really needed says the API. */
export const isAskable = (text: string): boolean => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3;

/** Kept nowhere longer than it is on the screen. */
export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text.trim()],
    queryFn: () => dataOf(api.POST('/v1/household-searches', { body: { text: text.trim() } })),
    enabled: isAskable(text),
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  });
