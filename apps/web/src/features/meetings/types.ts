import type { paths } from '../../api/generated/schema.js';

type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

export type FamilyMeeting = Get<'/v1/households/{id}/meetings'>['items'][number];
export type PartnerMeeting = Get<'/v1/meetings'>['items'][number];
export type OwnMeeting = Get<'/v1/meetings/mine'>['items'][number];
export type Meeting = Get<'/v1/households/{id}/meetings/{meetingId}'>;
export type MeetingPoint = Meeting['points'][number];
export type CaseReview = Get<'/v1/case-reviews/{id}'>;
export type ReviewedFamily = CaseReview['families'][number];
