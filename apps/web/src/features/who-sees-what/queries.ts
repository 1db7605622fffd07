import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';

export const matrixQuery = (id: string) =>
  queryOptions({
    queryKey: ['sharing', id],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/sharing', { params: { path: { id } } })),
  });

export const meetingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/meetings', { params: { path: { id } } })),
    select: ({ items }) => items,
  });
