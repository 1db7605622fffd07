import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import { Empty } from '../../components/Empty.js';
import { Form, missing, TextField, useForm, type Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { RecordForm } from './RecordForm.js';

/** The privacy officer has no dossiers: they find the person by case number, and see who is in that family. */
export function NewRequestByCasePage() {
  const { rights: say, common } = useText();
  const [caseNumber, look] = useState('');
  const form = useForm({
    initial: { caseNumber: '' },
    check: (draft) => missing(['caseNumber', draft.caseNumber, say.required.caseNumber]),
    send: (draft) => Promise.resolve(draft.caseNumber.trim()),
    done: look,
  });
  return (
    <Page title={say.newTitle} lead={say.newLead} back={<Link to="/privacy/verzoeken">{`← ${common.back}: ${say.title}`}</Link>}>
      <Form form={form} submit={say.find}>
        <TextField short label={say.caseNumber} hint={say.caseNumberHint} {...form.bind('caseNumber')} />
      </Form>
      {caseNumber && <PeopleOfCase caseNumber={caseNumber} />}
    </Page>
  );
}

function PeopleOfCase({ caseNumber }: { caseNumber: string }) {
  const { rights: say, words } = useText();
  const query = useQuery({
    queryKey: ['rights-request-people', caseNumber],
    queryFn: () => dataOf(api.GET('/v1/rights-request-people', { params: { query: { caseNumber } } })),
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={say.noPeople} />
        ) : (
          <RecordForm key={items[0]?.householdId} draftKey={`verzoek.${items[0]?.householdId ?? ''}`} people={items.map((one): Option => [one.memberId, one.name, words.member[one.role].toLowerCase()])} />
        )
      }
    </Loaded>
  );
}
