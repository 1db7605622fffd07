import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.js';

export const basesQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'bases'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/legal-bases', { params: { path: { id } } })),
    select: ({ items }) => items,
  });

export const releasesQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'releases'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/secrecy-releases', { params: { path: { id } } })),
    select: ({ items }) => items,
  });

/** Agreements to be helped, and for each member who has to say yes. */
export const helpQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'help'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/help-agreements', { params: { path: { id } } })),
  });

export const catalogueQuery = queryOptions({
  queryKey: ['basis-catalogue'],
  queryFn: () => dataOf(api.GET('/v1/basis-catalogue')),
  select: ({ items }) => items,
});

export const withdrawalPreviewQuery = (id: string, basisId: string) =>
  queryOptions({
    queryKey: ['household', id, 'withdrawal', basisId],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/legal-bases/{basisId}/withdrawal-preview', { params: { path: { id, basisId } } })),
  });
