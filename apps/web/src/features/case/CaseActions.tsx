import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { CaseCourse, CaseMove } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { Fold } from '../../components/Fold.js';
import { SecondaryLink } from '../../components/links.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { MissingList } from './MissingList.js';
import { useAfterStep } from './queries.js';
import { SafetyForm } from './SafetyForm.js';

/** Each with a form of its own. */
const PAGES = {
  'scale-up': '/gezinnen/$id/opschalen', 'scale-down': '/gezinnen/$id/afschalen', close: '/gezinnen/$id/afsluiten', reopen: '/gezinnen/$id/heropenen', merge: '/gezinnen/$id/samenvoegen',
} as const;
const AT_ONCE = ['start-safety-check', 'start-intake', 'start-plan', 'activate', 'start-aftercare'] as const;
const LEAVING = ['refer-elsewhere', 'decline-help', 'move-away'] as const;

type Action = CaseMove['action'];
const isOneOf = <T extends string>(list: readonly T[], action: string): action is T => (list as readonly string[]).includes(action);
const hasPage = (action: Action): action is keyof typeof PAGES => Object.hasOwn(PAGES, action);

export function CaseActions({ course }: { course: CaseCourse }) {
  const { caseWords: say } = useText();
  const { actions, household: { id } } = course;
  const leaving = actions.filter(({ action }) => isOneOf(LEAVING, action));
  const onward = actions.filter((move) => !leaving.includes(move) && move.action !== 'merge');
  const merge = actions.some(({ action }) => action === 'merge');
  return (
    <section className="stack" aria-labelledby="kan">
      <h2 id="kan">{say.next}</h2>
      {onward.length === 0 && <p className="quiet">{say.nothing}</p>}
      {onward.map((move) => <Onward key={move.action} move={move} course={course} />)}
      {(leaving.length > 0 || merge) && (
        <Fold title={say.leaving}>
          <nav className="also" aria-label={say.leaving}>
            {leaving.map(({ action }) => <Link key={action} to="/gezinnen/$id/stap/$stap" params={{ id, stap: action }}>{say.actions[action]}</Link>)}
            {merge && <Link to={PAGES.merge} params={{ id }}>{say.actions.merge}</Link>}
          </nav>
        </Fold>
      )}
    </section>
  );
}

function Onward({ move: { action, missing }, course }: { move: CaseMove; course: CaseCourse }) {
  const { caseWords: say } = useText();
  const { household: { id, state } } = course;
  if (missing.length > 0 && action !== 'close') {
    return (
      <div className="stack-s">
        <h3>{say.actions[action]}</h3>
        <p className="quiet">{say.needsFirst}</p>
        <MissingList missing={missing} course={course} />
      </div>
    );
  }
  if (hasPage(action)) return <p><SecondaryLink to={PAGES[action]} params={{ id }}>{say.actions[action]}</SecondaryLink></p>;
  if (action === 'place-on-waiting-list' && state === 'safety-check') return <SafetyForm course={course} />;
  if (isOneOf(AT_ONCE, action)) return <AtOnce action={action} course={course} />;
  return <p><SecondaryLink to="/gezinnen/$id/stap/$stap" params={{ id, stap: action }}>{say.actions[action]}</SecondaryLink></p>;
}

function AtOnce({ action, course: { household: { id }, version } }: { action: (typeof AT_ONCE)[number]; course: CaseCourse }) {
  const { caseWords: say } = useText();
  const after = useAfterStep(id);
  const moving = useMutation({
    mutationFn: () => dataOf(api.POST('/v1/households/{id}/case/steps', { params: { path: { id }, header: ifMatch(version) }, body: { action } })),
    onSuccess: () => after(),
  });
  return (
    <div className="stack-s">
      <p><Button disabled={moving.isPending} onClick={() => moving.mutate()}>{say.actions[action]}</Button></p>
      {moving.error && <Problem error={moving.error} />}
    </div>
  );
}
