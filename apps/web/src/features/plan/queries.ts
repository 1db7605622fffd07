import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id, 'plan'], queryFn: () => dataOf(api.GET('/v1/households/{id}/plan', { params: { path: { id } } })) });
