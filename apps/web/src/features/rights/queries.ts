import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { RightsRequest } from '../../api/types.js';

export const requestQuery = (id: string) =>
  queryOptions({ queryKey: ['rights-request', id], queryFn: () => dataOf(api.GET('/v1/rights-requests/{id}', { params: { path: { id } } })) });

const BUSY_MS = 1_500;

/** Looks again while the worker is busy with it. */
export const exportQuery = (request: RightsRequest) =>
  queryOptions({
    queryKey: ['rights-request', request.id, 'export'],
    queryFn: () => dataOf(api.GET('/v1/rights-requests/{id}/export', { params: { path: { id: request.id } } })),
    enabled: request.exportState !== null,
    refetchInterval: ({ state }) => (isBusy(state.data?.state) ? BUSY_MS : false),
  });

export const isBusy = (state: string | undefined): boolean => state === 'collecting' || state === 'making';

export const historyQuery = (id: string, memberId: string) =>
  queryOptions({
    queryKey: ['household', id, 'history', memberId],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/members/{memberId}/history', { params: { path: { id, memberId } } })),
  });
