import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { queryClient } from '../../api/query-client.js';
import { bodyOf, fieldsOfNote } from './contact-form.js';
import { checkContact, ContactFields } from './ContactFields.js';
import { ContactText } from './ContactText.js';
import { contactQuery, timelineQuery } from './queries.js';
import type { Contact, ContactWithHistory, Timeline } from './types.js';

const route = getRouteApi('/in/gezinnen/$id/tijdlijn/$noteId');

export function ContactPage() {
  const { id, noteId } = route.useParams();
  const query = useQuery(contactQuery(id, noteId));
  return <LoadedPage query={query}>{(read) => <ContactWithVersions id={id} read={read} />}</LoadedPage>;
}

function ContactWithVersions({ id, read: { household, note, earlier } }: { id: string; read: ContactWithHistory }) {
  const { contact: say } = useText();
  return (
    <FamilyPage id={id} title={say.pageTitle} lead={household.name}>
      <section className="sheet" aria-labelledby="now">
        <h2 id="now">{say.now}</h2>
        <ContactText note={note} reason={note.correctionReason} />
      </section>
      {earlier.map((version) => (
        <Fold key={version.version} title={say.earlier(version.version)}>
          <ContactText note={version} />
        </Fold>
      ))}
      {note.allowedActions.includes('correct') && (
        <div className="no-print">
          <Fold title={say.correctTitle}>
            <Correction id={id} note={note} />
          </Fold>
        </div>
      )}
    </FamilyPage>
  );
}

function Correction({ id, note }: { id: string; note: Contact }) {
  const { contact: say } = useText();
  const announce = useAnnounce();
  const people = useQuery({ queryKey: ['people-of', id], queryFn: () => peopleOf(id) });
  const [theirs, setTheirs] = useState<Contact>();
  const initial = useMemo(() => ({ ...fieldsOfNote(note), reason: '' }), [note]);
  const draft = useMemo(() => ({ key: `contact.${note.id}` }), [note.id]);
  const form = useForm({
    initial,
    draft,
    check: (values) => ({ ...checkContact(values, say), ...missing(['reason', values.reason, say.required.reason]) }),
    send: (values) =>
      dataOf(
        api.POST('/v1/households/{id}/contact-notes/{noteId}/correction', {
          params: { path: { id, noteId: note.id }, header: ifMatch(values.version) }, body: { ...bodyOf(values), reason: values.reason },
        }),
      ),
    stale: async (values) => {
      const newest = await queryClient.fetchQuery({ ...contactQuery(id, note.id), staleTime: 0 });
      setTheirs(newest.note);
      return { ...values, version: newest.version };
    },
    done: () => (setTheirs(undefined), announce(say.correctDone)),
  });
  return (
    <Form form={form} submit={say.correctSubmit}>
      <p className="quiet">{say.correctLead}</p>
      {theirs && (
        <section className="note" role="alert">
          <p>{say.theirs}</p>
          <ContactText note={theirs} reason={theirs.correctionReason} />
        </section>
      )}
      <ContactFields form={form} people={people.data?.filter((one) => one.present || note.with.some((met) => met.id === one.id)) ?? note.with} />
      <LongTextField rows={2} label={say.reason} {...form.bind('reason')} />
    </Form>
  );
}

const peopleOf = async (id: string): Promise<Timeline['people']> => (await queryClient.fetchInfiniteQuery(timelineQuery(id, {}))).pages[0]?.people ?? [];
