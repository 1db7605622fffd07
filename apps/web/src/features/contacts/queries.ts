import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { TimelineGroup } from './types.js';

export interface TimelineSearch {
  soort?: TimelineGroup;
  met?: string;
  van?: string;
  tot?: string;
}

export const timelineQuery = (id: string, { soort, met, van, tot }: TimelineSearch) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id, soort, met, van, tot],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/households/{id}/timeline', {
          params: { path: { id }, query: { groups: soort ? [soort] : undefined, with: met, from: van, until: tot, cursor: pageParam, limit: 25 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => ({ head: pages[0], items: pages.flatMap(({ items }) => items) }),
  });

export const contactQuery = (id: string, noteId: string) =>
  queryOptions({
    queryKey: ['contact', noteId],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/contact-notes/{noteId}', { params: { path: { id, noteId } } })),
  });

export const readDraft = (id: string) => dataOf(api.GET('/v1/households/{id}/contact-draft', { params: { path: { id } } }));

/** Read once per visit: what comes later comes from this screen itself, or shows itself as a conflict. */
export const draftQuery = (id: string) => queryOptions({ queryKey: ['contact-draft', id], queryFn: () => readDraft(id), staleTime: Infinity, gcTime: 0 });
