import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.js';

export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id],
    queryFn: () => dataOf(api.GET('/v1/households/{id}', { params: { path: { id } } })),
  });

export const partnersQuery = queryOptions({
  queryKey: ['organisations', 'partner'],
  queryFn: () => dataOf(api.GET('/v1/organisations', { params: { query: { kind: 'partner' } } })),
  select: ({ items }) => items,
});

export const fundsQuery = queryOptions({
  queryKey: ['funds'],
  queryFn: () => dataOf(api.GET('/v1/funds')),
  select: ({ items }) => items,
});
