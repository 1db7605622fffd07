import type { paths } from '../../api/generated/schema.js';

type Listed<P extends '/v1/destruction-lists' | '/v1/destruction-lists/{id}/items' | '/v1/retention-rules' | '/v1/legal-holds'> =
  paths[P]['get']['responses'][200]['content']['application/json']['items'][number];

export type DestructionList = Listed<'/v1/destruction-lists'>;
export type DestructionItem = Listed<'/v1/destruction-lists/{id}/items'>;
export type RetentionRule = Listed<'/v1/retention-rules'>;
export type Term = NonNullable<RetentionRule['term']>;
export type LegalHold = Listed<'/v1/legal-holds'>;
