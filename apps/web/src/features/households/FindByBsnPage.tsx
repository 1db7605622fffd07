import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { FoundHousehold } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { Form, missing, TextField, useForm } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

/** Someone at the counter gives a number. It goes in a body and leaves the screen at once: no address, no draft, no cache. */
export function FindByBsnPage() {
  const { bsn: say, common, households } = useText();
  const [found, setFound] = useState<FoundHousehold[]>();
  const form = useForm({
    initial: { bsn: '' },
    check: ({ bsn }) => missing(['bsn', bsn, say.find.required]),
    send: ({ bsn }) => dataOf(api.POST('/v1/bsn-lookup', { body: { bsn: bsn.replaceAll(/[\s.]/g, '') } })),
    after: () => ({ bsn: '' }),
    done: ({ items }) => setFound(items),
  });
  return (
    <Page title={say.find.title} lead={say.find.lead} back={<Link to="/gezinnen">{`← ${common.back}: ${households.title}`}</Link>}>
      <Form form={form} submit={say.find.submit}>
        <TextField short inputMode="numeric" label={say.label} hint={say.find.hint} {...form.bind('bsn')} />
      </Form>
      <div role="status">{found && <Found items={found} />}</div>
    </Page>
  );
}

function Found({ items }: { items: readonly FoundHousehold[] }) {
  const { bsn: say } = useText();
  if (items.length === 0) return <Empty title={say.find.none} />;
  return (
    <ul className="lines">
      {items.map(({ id, name, caseNumber }) => (
        <li key={id}>
          <Link className="line__title" to="/gezinnen/$id" params={{ id }}>
            {name}
          </Link>
          <p className="quiet small">{caseNumber}</p>
        </li>
      ))}
    </ul>
  );
}
