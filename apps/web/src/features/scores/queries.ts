import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';

export type Scores = paths['/v1/households/{id}/score-rounds']['get']['responses'][200]['content']['application/json'];
export type Series = Scores['series'][number];
export type Round = Scores['rounds'][number];
export type Scale = Scores['scales'][number];
export type Domain = Series['domain'];
export type Measurement = paths['/v1/households/{id}/score-rounds']['post']['requestBody']['content']['application/json'];

export const scoresQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'scores'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/score-rounds', { params: { path: { id } } })),
  });
