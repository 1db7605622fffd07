import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CaseCourse } from '../../api/types.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { CloseForm } from './CloseForm.js';
import { Mend } from './MissingList.js';
import { caseQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/afsluiten');
const CHECKS = ['openReferrals', 'openFundObligations', 'openPayments', 'openGoals', 'openAftercareContacts'] as const;

/** The checklist first: what is not done yet says where to do it. */
export function ClosePage() {
  const { caseWords: say } = useText();
  const { id } = route.useParams();
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => {
        const close = course.actions.find(({ action }) => action === 'close');
        return (
          <FamilyPage task id={id} title={say.closeTitle} tabTitle={`${say.closeTitle} ${course.household.caseNumber}`} lead={course.household.name}>
            <p>{say.closeLead}</p>
            {!close && <p className="quiet">{say.nothing}</p>}
            {close && <Checklist course={course} missing={close.missing.map(({ name }) => name)} />}
            {close?.missing.length === 0 && <CloseForm course={course} />}
          </FamilyPage>
        );
      }}
    </LoadedPage>
  );
}

function Checklist({ course, missing }: { course: CaseCourse; missing: readonly string[] }) {
  const { caseWords: say } = useText();
  return (
    <section className="stack-s" aria-labelledby="klaar">
      <h2 id="klaar">{say.checklist}</h2>
      <ul className="lines">
        {CHECKS.map((name) => {
          const open = missing.includes(name);
          return (
            <li key={name}>
              <div className="line__main">
                <span>{say.checks[name][open ? 1 : 0]}</span>
                <Word tone={open ? 'warm' : 'open'}>{open ? say.notYet : say.yes}</Word>
              </div>
              {open && <Mend name={name} course={course} />}
            </li>
          );
        })}
      </ul>
      {course.goals.length > 0 && (
        <>
          <h3>{say.goals}</h3>
          <ul className="lines">
            {course.goals.map(({ words, state, stateReason }, at) => (
              <li key={at}>
                <div className="line__main">
                  <span>{words}</span>
                  <Word tone={state === 'reached' ? 'open' : 'plain'}>{say.goalStates[state as keyof typeof say.goalStates]}</Word>
                </div>
                {stateReason && <p className="quiet small">{stateReason}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
