import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';

export type HandoverPage = paths['/v1/households/{id}/handovers']['get']['responses'][200]['content']['application/json'];
export type Handover = NonNullable<HandoverPage['handover']>;
export type Candidate = HandoverPage['candidates'][number];
export type CaseloadOf = paths['/v1/caseloads/{userId}']['get']['responses'][200]['content']['application/json'];
export type FamilyToMove = CaseloadOf['families'][number];
export type MovedFamily = paths['/v1/caseloads/{userId}/moves']['post']['responses'][200]['content']['application/json']['items'][number];

export const handoverQuery = (id: string) =>
  queryOptions({ queryKey: ['handover', id], queryFn: () => dataOf(api.GET('/v1/households/{id}/handovers', { params: { path: { id } } })) });

export const regisseursQuery = queryOptions({ queryKey: ['regisseurs'], queryFn: () => dataOf(api.GET('/v1/regisseurs')) });

export const caseloadQuery = (userId: string) =>
  queryOptions({ queryKey: ['caseload', userId], queryFn: () => dataOf(api.GET('/v1/caseloads/{userId}', { params: { path: { userId } } })) });
