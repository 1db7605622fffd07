import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AftercareContact } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { LoadedPage } from '../../components/Loaded.js';
import { SecondaryLink } from '../../components/links.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { AttemptForm } from './AttemptForm.js';
import { caseQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/nazorg');

/** The contacts of the aftercare, the running period first; the next one has its form. */
export function AftercarePage() {
  const { caseWords: say } = useText();
  const { id } = route.useParams();
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => {
        const next = course.mayRecordAftercare ? course.aftercare.find(({ state }) => state === 'planned') : undefined;
        const reopen = course.household.state === 'aftercare' && course.actions.some(({ action }) => action === 'reopen');
        return (
          <FamilyPage id={id} title={say.aftercareTitle} tabTitle={`${say.aftercareTitle} ${course.household.caseNumber}`} lead={course.household.name}>
            <p>{say.aftercareLead}</p>
            {course.aftercare.length === 0 && <Empty title={say.noAftercare} />}
            <ul className="lines">{course.aftercare.map((one) => <Contact key={one.id} one={one} />)}</ul>
            {next && <Fold open title={say.after(next.months)}><AttemptForm id={id} contact={next} /></Fold>}
            {reopen && (
              <section className="stack-s" aria-labelledby="terugval">
                <h2 id="terugval">{say.relapse}</h2>
                <p>{say.relapseLead}</p>
                <p><SecondaryLink to="/gezinnen/$id/heropenen" params={{ id }}>{say.reopenTitle}</SecondaryLink></p>
              </section>
            )}
          </FamilyPage>
        );
      }}
    </LoadedPage>
  );
}

function Contact({ one }: { one: AftercareContact }) {
  const { caseWords: say, time } = useText();
  const day = sayExactDay(one.heldOn ?? (one.state === 'planned' ? one.nextAttemptOn : one.plannedOn), time);
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{say.after(one.months)}</span>
        <Word tone={one.state === 'planned' ? 'open' : 'plain'}>{say.aftercareStates[one.state]}</Word>
      </div>
      <p className="quiet small">
        {one.state === 'planned' && one.attempts > 0 ? `${say.tryAgain}: ${day}` : day}
        {one.attempts > 0 && one.state !== 'held' && ` · ${say.attempts(one.attempts)}`}
        {one.period > 1 && ` · ${say.period(one.period)}`}
      </p>
      {one.going && <p><strong>{say.goings[one.going]}.</strong> <span className="preserve">{one.words}</span></p>}
    </li>
  );
}
