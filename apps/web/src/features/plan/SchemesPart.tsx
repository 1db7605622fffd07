import { useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPlan, Scheme } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Fold } from '../../components/Fold.js';
import { DateField, Form, LongTextField, SelectField, useForm, type Option } from '../../components/form/index.js';
import { Word, type Tone } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

const TONES: Partial<Record<Scheme['state'], Tone>> = { 'to-look-at': 'warm', requested: 'open', granted: 'open', used: 'open' };

/** Which schemes could help this family, and where each of them stands. */
export function SchemesPart({ plan, edits }: { plan: FamilyPlan; edits: boolean }) {
  const { plan: { schemes: say } } = useText();
  const left = plan.schemes.filter(({ state }) => state === 'to-look-at').length;
  return (
    <Fold title={`${say.title}: ${say.left(left)}`}>
      <ul className="lines">
        {plan.schemes.map((scheme) => (
          <SchemeLine key={scheme.code} id={plan.household.id} scheme={scheme} edits={edits} />
        ))}
      </ul>
    </Fold>
  );
}

function SchemeLine({ id, scheme, edits }: { id: string; scheme: Scheme; edits: boolean }) {
  const { plan: say } = useText();
  const [open, setOpen] = useState(false);
  const { name, about, state, since, reason } = scheme;
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{name}</span>
        <Word tone={TONES[state] ?? 'plain'}>{say.schemeState[state]}</Word>
      </div>
      <span className="small quiet">
        {about} {since && <When date={since} />} {reason}
      </span>
      {edits && (
        <p className="row no-print">
          <button type="button" className="linklike" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say.schemes.change}
            <span className="visually-hidden">: {name}</span>
          </button>
        </p>
      )}
      {open && <SchemeForm id={id} scheme={scheme} done={() => setOpen(false)} />}
    </li>
  );
}

function SchemeForm({ id, scheme, done }: { id: string; scheme: Scheme; done: () => void }) {
  const { plan: { schemes: say, schemeState } } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { state: scheme.state as string, since: scheme.since ?? '', reason: scheme.reason ?? '' },
    draft: { key: `regeling.${id}.${scheme.code}` },
    send: ({ state, since, reason }) =>
      dataOf(api.PUT('/v1/households/{id}/plan/schemes/{code}', {
        params: { path: { id, code: scheme.code }, header: ifMatch(scheme.version) },
        body: { state: state as Scheme['state'], since: since || undefined, reason: reason || undefined },
      })),
    done: () => (announce(say.saved), done()),
  });
  return (
    <Form form={form} submit={say.submit}>
      <SelectField label={say.state} options={Object.entries(schemeState) as Option[]} {...form.bind('state')} />
      {form.values.state !== 'to-look-at' && form.values.state !== 'not-applicable' && <DateField label={say.since} {...form.bind('since')} />}
      <LongTextField rows={2} optional={form.values.state !== 'not-applicable'} label={say.reason} hint={say.reasonHint} {...form.bind('reason')} />
    </Form>
  );
}
