import type { paths } from '../../api/generated/schema.js';

export type Agreement = paths['/v1/data-sharing-agreements']['get']['responses'][200]['content']['application/json']['items'][number];
