import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';

export const peopleQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id, 'people'], queryFn: () => dataOf(api.GET('/v1/households/{id}/people', { params: { path: { id } } })) });

export const backupsQuery = queryOptions({ queryKey: ['network-backups'], queryFn: () => dataOf(api.GET('/v1/network-backups')) });
