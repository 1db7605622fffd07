import type { paths } from '../../api/generated/schema.js';

type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

export type Timeline = Get<'/v1/households/{id}/timeline'>;
export type TimelineItem = Timeline['items'][number];
export type TimelineGroup = TimelineItem['group'];
export type Contact = NonNullable<TimelineItem['note']>;
export type ContactKind = Contact['kind'];
export type ContactWithHistory = Get<'/v1/households/{id}/contact-notes/{noteId}'>;
export type ServerDraft = Get<'/v1/households/{id}/contact-draft'>;
export type DraftContent = NonNullable<ServerDraft['content']>;
export type Person = Pick<Timeline['people'][number], 'id' | 'name'>;
