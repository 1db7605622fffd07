import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';

export const meetingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/meetings', { params: { path: { id } } })),
    select: ({ items }) => items,
  });

export const meetingQuery = (id: string, meetingId: string) =>
  queryOptions({
    queryKey: ['meeting', meetingId],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/meetings/{meetingId}', { params: { path: { id, meetingId } } })),
  });

export const caseReviewQuery = (id: string) =>
  queryOptions({ queryKey: ['case-review', id], queryFn: () => dataOf(api.GET('/v1/case-reviews/{id}', { params: { path: { id } } })) });

export const colleaguesQuery = queryOptions({
  queryKey: ['case-review-colleagues'],
  queryFn: () => dataOf(api.GET('/v1/case-reviews/colleagues')),
  select: ({ items }) => items,
});

/** The families of the reader, to bring one in. */
export const ownFamiliesQuery = queryOptions({
  queryKey: ['households', 'own'],
  queryFn: () => dataOf(api.GET('/v1/households', { params: { query: { limit: 100 } } })),
  select: ({ items }) => items,
});
