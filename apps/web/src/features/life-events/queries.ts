import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';

export type LifeEvents = paths['/v1/households/{id}/life-events']['get']['responses'][200]['content']['application/json'];
export type LifeEvent = LifeEvents['events'][number];
export type LifeEventKind = LifeEvent['kind'];
export type NewLifeEvent = paths['/v1/households/{id}/life-events']['post']['requestBody']['content']['application/json'];
export type Preview = paths['/v1/households/{id}/life-event-preview']['post']['responses'][200]['content']['application/json'];

export const lifeEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'life-events'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/life-events', { params: { path: { id } } })),
  });
