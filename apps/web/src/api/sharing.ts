import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.js';
import type { paths } from './generated/schema.js';

export type Matrix = paths['/v1/households/{id}/sharing']['get']['responses'][200]['content']['application/json'];
export type SharingPerson = Matrix['people'][number];
export type SharingColumn = Matrix['columns'][number];
export type SharingCell = SharingColumn['cells'][number];

export const matrixQuery = (id: string) =>
  queryOptions({
    queryKey: ['sharing', id],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/sharing', { params: { path: { id } } })),
  });
