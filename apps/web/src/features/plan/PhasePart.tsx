import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPlan } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Fold } from '../../components/Fold.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { When } from '../../time/When.js';

/** Where the family is on the road of its municipality, and how it came there. */
export function PhasePart({ plan, edits }: { plan: FamilyPlan; edits: boolean }) {
  const { plan: { phase: say } } = useText();
  const { phase } = plan;
  const [now, ...before] = phase.history;
  return (
    <Fold title={now ? `${say.title}: ${now.name}` : say.title}>
      {now ? (
        <p>
          {say.now} <strong>{now.name}</strong> (<When date={now.since} />). {now.reason}
        </p>
      ) : (
        <p className="quiet">{say.none}</p>
      )}
      <ol className="bulleted">
        {phase.phases.map(({ code, name, about }) => (
          <li key={code} aria-current={code === phase.current ? 'step' : undefined}>
            <strong>{name}</strong> <span className="quiet">{about}</span>
          </li>
        ))}
      </ol>
      {before.length > 0 && (
        <>
          <h3>{say.history}</h3>
          <ul className="lines">
            {before.map(({ name, since, reason, by }) => (
              <li key={`${name}-${since}`}>
                <span>{name}</span>
                <span className="small quiet"><When date={since} /> · {by} · {reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {edits && <PhaseForm plan={plan} />}
    </Fold>
  );
}

function PhaseForm({ plan }: { plan: FamilyPlan }) {
  const { plan: { phase: say } } = useText();
  const announce = useAnnounce();
  const { id } = plan.household;
  const { phases, current } = plan.phase;
  const form = useForm({
    initial: { phase: '', since: today() as string, reason: '' },
    draft: { key: `fase.${id}` },
    check: (draft) => missing(['phase', draft.phase, say.required.phase], ['since', draft.since, say.required.since], ['reason', draft.reason, say.required.reason]),
    send: (body) => dataOf(api.POST('/v1/households/{id}/plan/phases', { params: { path: { id }, header: ifMatch(plan.version) }, body })),
    after: () => ({ phase: '', since: today() as string, reason: '' }),
    done: () => announce(say.saved),
  });
  return (
    <Form form={form} submit={say.submit}>
      <RadioField label={say.to} options={phases.filter(({ code }) => code !== current).map(({ code, name }) => [code, name])} {...form.bind('phase')} />
      <DateField label={say.since} {...form.bind('since')} />
      <LongTextField rows={2} label={say.reason} {...form.bind('reason')} />
    </Form>
  );
}
