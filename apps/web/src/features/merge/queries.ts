import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';

const path = (id: string) => ({ params: { path: { id } } });

export const mergesQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id, 'merges'], queryFn: () => dataOf(api.GET('/v1/households/{id}/merges', path(id))) });

export const comparisonQuery = (id: string, otherId: string) =>
  queryOptions({
    queryKey: ['household', id, 'merge', otherId],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/merge-candidates/{otherId}', { params: { path: { id, otherId } } })),
  });

export const splitQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id, 'split'], queryFn: () => dataOf(api.GET('/v1/households/{id}/splits/preview', path(id))) });
