import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../api/client.js';
import { LoadedPage } from '../../components/Loaded.js';
import { today } from '../../time/now.js';
import { type HouseholdDraft, householdOfSignal } from './new-household.js';

export interface Origin {
  id: string;
  version: number;
}

/** The signal that a report comes from, read before the form so that nobody types it over. */
export function FromSignal({ id, children }: { id: string; children: (initial: HouseholdDraft, signal: Origin) => ReactNode }) {
  const query = useQuery({ queryKey: ['early-signal', id], queryFn: () => dataOf(api.GET('/v1/early-signals/{id}', { params: { path: { id } } })) });
  return <LoadedPage query={query}>{(signal) => children(householdOfSignal(signal, today()), signal)}</LoadedPage>;
}
