import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { MergesOfFamily } from '../../api/types.js';
import { Form, missing, TextField, useForm } from '../../components/form/index.js';
import { HouseholdWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';

/** What may be the same family, and by hand for what Naast did not recognise. */
export function FindOther({ id, candidates }: { id: string; candidates: MergesOfFamily['candidates'] }) {
  const { merging: say } = useText();
  return (
    <>
      <section className="stack">
        <h2>{say.candidates}</h2>
        {candidates.length === 0 && <p className="quiet">{say.noCandidates}</p>}
        {candidates.length > 0 && (
          <ul className="lines">
            {candidates.map((one) => (
              <li key={one.id}>
                <Link className="line__title" to="/gezinnen/$id/samenvoegen" params={{ id }} search={{ met: one.id }}>
                  {`${one.name} (${one.caseNumber})`}
                </Link>
                <p>
                  <HouseholdWord state={one.state} />
                </p>
                <p className="quiet small">{one.reasons.join(' ')}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ByHand id={id} />
    </>
  );
}

function ByHand({ id }: { id: string }) {
  const { merging: say } = useText();
  const navigate = useNavigate();
  const [nothing, setNothing] = useState(false);
  const form = useForm({
    initial: { caseNumber: '' },
    check: ({ caseNumber }) => missing(['caseNumber', caseNumber, say.caseNumberNeeded]),
    send: ({ caseNumber }) => dataOf(api.POST('/v1/household-searches', { body: { text: caseNumber } })),
    done: ({ items }) => {
      const [other] = items.filter((found) => found.match.on === 'case-number' && found.id !== id);
      setNothing(!other);
      if (other) void navigate({ to: '/gezinnen/$id/samenvoegen', params: { id }, search: { met: other.id } });
    },
  });
  return (
    <section className="stack">
      <h2>{say.byHand}</h2>
      <Form form={form} submit={say.compare}>
        <TextField short label={say.caseNumber} hint={say.caseNumberHint} {...form.bind('caseNumber')} />
      </Form>
      <p role="status">{nothing && say.noSuchCase}</p>
    </section>
  );
}
