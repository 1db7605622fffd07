import { now } from '../../time/now.js';
import { instantOf, localMoment } from '../../time/amsterdam.js';
import type { Contact, ContactKind, DraftContent, ServerDraft } from './types.js';

/** What somebody types, with the version of the draft on the server that it follows. */
export interface ContactFields {
  kind: string;
  contactAt: string;
  memberIds: string[];
  others: string;
  discussed: string;
  nextStep: string;
  remindOn: string;
  version: number;
}

export const blank = (): ContactFields => ({ kind: '', contactAt: localMoment(now()), memberIds: [], others: '', discussed: '', nextStep: '', remindOn: '', version: 0 });

export const fieldsOf = ({ content, version }: ServerDraft): ContactFields => {
  if (!content) return blank();
  const { moment: contactAt, remind: remindOn, ...typed } = content;
  return { ...typed, contactAt, remindOn, memberIds: [...content.memberIds], version };
};

export const contentOf = ({ kind, contactAt, memberIds, others, discussed, nextStep, remindOn }: ContactFields): DraftContent & { memberIds: string[] } =>
  ({ kind, moment: contactAt, memberIds, others, discussed, nextStep, remind: remindOn });

export const fieldsOfNote = (note: Contact): ContactFields => ({
  kind: note.kind, contactAt: localMoment(new Date(note.contactAt)), memberIds: note.with.map(({ id }) => id), others: note.others ?? '',
  discussed: note.discussed, nextStep: note.nextStep ?? '', remindOn: '', version: note.version,
});

export const bodyOf = ({ kind, contactAt, memberIds, others, discussed, nextStep, remindOn }: ContactFields) => ({
  kind: kind as ContactKind, contactAt: instantOf(contactAt) ?? contactAt, memberIds, discussed,
  others: others.trim() || undefined, nextStep: nextStep.trim() || undefined, remindOn: remindOn || undefined,
});
