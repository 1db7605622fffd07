import type { paths } from '../../api/generated/schema.js';

export type Matrix = paths['/v1/households/{id}/sharing']['get']['responses'][200]['content']['application/json'];
export type SharingPerson = Matrix['people'][number];
export type SharingColumn = Matrix['columns'][number];
export type SharingCell = SharingColumn['cells'][number];
export type FamilyMeeting = paths['/v1/households/{id}/meetings']['get']['responses'][200]['content']['application/json']['items'][number];
export type PartnerMeeting = paths['/v1/meetings']['get']['responses'][200]['content']['application/json']['items'][number];
