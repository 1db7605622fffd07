import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, missing, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { ViewSearch } from './views.js';

/** One field, only there for who asks for it. */
export function KeepView({ search }: { search: ViewSearch }) {
  const { households } = useText();
  const [open, setOpen] = useState(false);
  if (open) return <KeepViewForm search={search} />;
  return (
    <div>
      <button type="button" className="linklike small" onClick={() => setOpen(true)}>
        {households.keepView}
      </button>
    </div>
  );
}

function KeepViewForm({ search }: { search: ViewSearch }) {
  const { households } = useText();
  const announce = useAnnounce();
  const client = useQueryClient();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => missing(['name', name, households.keepViewRequired]),
    send: ({ name }) => {
      const body = { name, state: search.status, due: search.wanneer, order: search.volgorde };
      return dataOf(api.POST('/v1/saved-views', { params: { header: once(body) }, body }));
    },
    done: () => {
      announce(households.viewKept);
      void client.invalidateQueries({ queryKey: ['saved-views'] });
    },
  });
  return (
    <Form form={form} submit={households.keepViewSubmit}>
      <TextField label={households.keepViewName} hint={households.keepViewHint} {...form.bind('name')} />
    </Form>
  );
}
