import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Fold } from '../../components/Fold.js';
import { Form, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { blank, bodyOf, type ContactFields as Fields, fieldsOf } from './contact-form.js';
import { checkContact, ContactFields } from './ContactFields.js';
import { DraftNotice } from './DraftNotice.js';
import { draftQuery } from './queries.js';
import type { Person, ServerDraft } from './types.js';
import { useSavedDraft } from './useSavedDraft.js';

interface WriteContactProps {
  id: string;
  people: readonly Person[];
}

/** The note that somebody writes, with what they were still writing when the browser closed. */
export function WriteContact(props: WriteContactProps) {
  const { contact: say } = useText();
  const query = useQuery(draftQuery(props.id));
  return (
    <div className="no-print">
      <Loaded query={query} bones={1}>
        {(start) => (
          <Fold title={say.write} open={start.content !== null}>
            <ContactForm start={start} {...props} />
          </Fold>
        )}
      </Loaded>
    </div>
  );
}

function ContactForm({ id, people, start }: WriteContactProps & { start: ServerDraft }) {
  const { contact: say } = useText();
  const { form, draft } = useContactForm(id, start);
  const { state } = draft;
  const goOn = (from: Fields): void => {
    draft.restart(state.is === 'elsewhere' ? fieldsOf(state.theirs) : from);
    form.change(from);
  };
  const takeTheirs = () => state.is === 'elsewhere' && goOn(fieldsOf(state.theirs));
  const keepMine = () => state.is === 'elsewhere' && goOn({ ...form.values, version: state.theirs.version });
  return (
    <Form form={{ ...form, kept: false }} submit={say.submit} aside={form.values.version > 0 && <DropDraft id={id} version={form.values.version} onDropped={() => (draft.restart(blank()), form.change(blank()))} />}>
      <ContactFields form={form} people={people} />
      <DraftNotice state={state} mine={form.values} onTakeTheirs={takeTheirs} onKeepMine={keepMine} />
    </Form>
  );
}

function useContactForm(id: string, start: ServerDraft) {
  const { contact: say } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo(() => fieldsOf(start), [start]);
  const key = useMemo(() => ({ key: `contact.${id}` }), [id]);
  const form = useForm<Fields, unknown>({
    initial,
    draft: key,
    check: (values) => checkContact(values, say),
    send: async (values) => {
      await draft.settle();
      const body = bodyOf(values);
      return dataOf(api.POST('/v1/households/{id}/contact-notes', { params: { path: { id }, header: once([id, body]) }, body })).catch((error: unknown) => {
        draft.resume();
        throw error;
      });
    },
    after: () => blank(),
    done: () => (draft.restart(blank()), announce(say.done)),
  });
  const { change } = form;
  const onVersion = useCallback((version: number) => change((values) => ({ ...values, version })), [change]);
  const draft = useSavedDraft({ id, values: form.values, start, onVersion });
  return { form, draft };
}

function DropDraft({ id, version, onDropped }: { id: string; version: number; onDropped: () => void }) {
  const { contact: { draft: say } } = useText();
  const announce = useAnnounce();
  const drop = async (): Promise<void> => {
    await api.DELETE('/v1/households/{id}/contact-draft', { params: { path: { id }, header: ifMatch(version) } });
    onDropped();
    announce(say.dropped);
  };
  return (
    <ConfirmDialog trigger={say.drop} heading={say.dropHeading} confirm={say.drop} busy={false} onConfirm={() => void drop()}>
      <p>{say.dropConsequence}</p>
    </ConfirmDialog>
  );
}
