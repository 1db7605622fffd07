import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { ApiProblem } from '../../api/problem.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, SelectField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { CaseloadOf, FamilyToMove, MovedFamily } from './queries.js';

interface Props {
  data: CaseloadOf;
  families: readonly FamilyToMove[];
  onMoved: (moved: readonly MovedFamily[]) => void;
}

interface Values {
  families: { householdId: string; successorId: string }[];
  reason: string;
  talkOn: string;
  overrideReason: string;
}

/** One question per family with who has most room filled in already; who is left open stays where it is. */
export function MoveCaseloadForm({ data, families, onMoved }: Props) {
  const { moveCaseload: say, caseload } = useText();
  const form = useMoving({ data, families, onMoved });
  const chosen = form.values.families.filter(({ successorId }) => successorId !== '');
  const full = fullOnes(data, chosen);
  const options: Option[] = data.takers.map(({ id, name, absentUntil }) => [id, say.taker(name, absentUntil !== null)]);
  return (
    <Form form={form} submit={say.submit(chosen.length)}>
      <p>{say.spread}</p>
      {families.map(({ householdId, name, caseNumber, assignmentState }, at) => (
        <SelectField
          key={householdId}
          label={say.familyTo(name, caseNumber)}
          hint={assignmentState === 'proposed' ? say.onlyAsked : undefined}
          options={options}
          {...form.at<string>(`families.${at}.successorId`)}
        />
      ))}
      {full.length > 0 && (
        <div className="stack">
          <div className="note" role="status">
            <p>
              <strong>{say.over}</strong>
            </p>
            <ul className="bulleted">
              {full.map(({ id, name, next, bandMax }) => (
                <li key={id}>{say.takerLine(name, next, bandMax)}</li>
              ))}
            </ul>
          </div>
          <LongTextField rows={2} label={caseload.why} hint={caseload.whyHint} {...form.bind('overrideReason')} />
        </div>
      )}
      <LongTextField rows={2} label={say.reason} hint={say.reasonHint} {...form.bind('reason')} />
      <DateField label={say.talkOn} {...form.bind('talkOn')} />
    </Form>
  );
}

/** Who would be above the band with what is chosen here. */
function fullOnes({ takers }: CaseloadOf, chosen: Values['families']) {
  const more = (id: string): number => chosen.filter(({ successorId }) => successorId === id).length;
  return takers.map((one) => ({ ...one, next: one.caseload + one.coming + more(one.id) })).filter(({ id, next, bandMax }) => more(id) > 0 && next > bandMax);
}

function useMoving({ data, families, onMoved }: Props) {
  const { moveCaseload: say, handover } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial: Values = { families: families.map(({ householdId, suggestedId }) => ({ householdId, successorId: suggestedId ?? '' })), reason: '', talkOn: '', overrideReason: '' };
  const chosenOf = (values: Values) => values.families.filter(({ successorId }) => successorId !== '');
  return useForm({
    initial,
    check: (values) =>
      missing(
        ['families.0.successorId', chosenOf(values).length > 0 ? 'x' : '', say.chooseOne],
        ['overrideReason', fullOnes(data, chosenOf(values)).length > 0 ? values.overrideReason : 'x', handover.required.overrideReason],
        ['reason', values.reason, handover.required.reason],
        ['talkOn', values.talkOn, handover.required.talkOn],
      ),
    send: (values) => {
      const body = { reason: values.reason, talkOn: values.talkOn, overrideReason: values.overrideReason || undefined, families: chosenOf(values) };
      return dataOf(api.POST('/v1/caseloads/{userId}/moves', { params: { path: { userId: data.regisseur.id }, header: once(body) }, body })).catch((error: unknown) => {
        throw error instanceof ApiProblem ? atTheirQuestion(error, values) : error;
      });
    },
    done: ({ items }) => {
      const planned = items.filter(({ outcome }) => outcome === 'planned').length;
      announce(say.done(planned, items.length - planned));
      onMoved(items);
    },
  });
}

/** The API counts the families that were sent; the screen shows all of them. */
function atTheirQuestion(problem: ApiProblem, { families }: Values): ApiProblem {
  const sent = families.flatMap(({ successorId }, at) => (successorId === '' ? [] : [at]));
  const errors = problem.errors.map((error) => ({ ...error, field: error.field.replace(/^families\.(\d+).*$/, (_, at: string) => `families.${sent[Number(at)] ?? 0}.successorId`) }));
  return new ApiProblem(problem.status, problem.title, problem.detail, errors, problem.instance);
}
