import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Facts } from '../../components/Facts.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { HandoverActions } from './HandoverActions.js';
import { PlanHandoverForm } from './PlanHandoverForm.js';
import { type Handover, handoverQuery, type HandoverPage as Data } from './queries.js';
import { nextOf, type Step, stepsOf } from './steps.js';

const route = getRouteApi('/in/gezinnen/$id/overdracht');

export function HandoverPage() {
  const { handover: say } = useText();
  const { id } = route.useParams();
  return (
    <LoadedPage query={useQuery(handoverQuery(id))}>
      {(page) => (
        <FamilyPage
          task
          id={id}
          title={say.title}
          tabTitle={`${say.title} ${page.household.caseNumber}`}
          lead={say.lead(page.household.name, (page.regie ?? page.handover)?.regisseur.name)}
        >
          {page.handover && <HandoverNow page={page} handover={page.handover} />}
          {page.allowedActions.includes('plan-handover') && <Plan page={page} />}
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

/** Folded when there was one before: then it is not what one comes for. */
function Plan({ page }: { page: Data }) {
  const { handover: say } = useText();
  const form = <PlanHandoverForm page={page} />;
  return page.handover ? (
    <Fold title={say.plan.title}>{form}</Fold>
  ) : (
    <section className="stack" aria-labelledby="plan">
      <h2 id="plan">{say.plan.title}</h2>
      {form}
    </section>
  );
}

const isOver = ({ state }: Handover): boolean => state === 'cancelled' || state === 'declined';

function HandoverNow({ page, handover }: { page: Data; handover: Handover }) {
  const { handover: say } = useText();
  return (
    <>
      <NextStep step={nextOf(handover, say)}>
        <HandoverActions page={page} handover={handover} />
      </NextStep>
      {!page.regie && handover.state !== 'done' && <p className="note note--calm">{say.seesLater}</p>}
      {!isOver(handover) && <Steps steps={stepsOf(handover, say)} />}
      <HandoverFacts page={page} handover={handover} />
    </>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { handover: say } = useText();
  return (
    <section className="stack" aria-labelledby="stappen">
      <h2 id="stappen">{say.steps}</h2>
      <ol className="lines">
        {steps.map(({ text, standing }) => (
          <li key={text} aria-current={standing === 'now' ? 'step' : undefined}>
            <div className="line__main">
              <span className={standing === 'now' ? 'line__title' : undefined}>{text}</span>
              <Word tone={standing === 'now' ? 'open' : 'plain'}>{say.standing[standing]}</Word>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function HandoverFacts({ page, handover }: { page: Data; handover: Handover }) {
  const { handover: say, time } = useText();
  const day = (value: string | undefined) => value && sayExactDay(value, time);
  const present = page.members.filter(({ id }) => handover.talk?.memberIds.includes(id)).map(({ name }) => name);
  return (
    <Facts
      facts={[
        [say.facts.why, handover.reason],
        [say.facts.plannedBy, handover.plannedBy.name],
        [say.facts.talkOn, handover.talk ? '' : day(handover.talkOn)],
        [say.facts.talkHeld, day(handover.talk?.heldOn)],
        [say.facts.present, present.join(', ')],
        [say.facts.declined, handover.declineReason],
        [say.facts.cancelled, handover.endReason],
        [say.facts.urgent, handover.urgentReason],
        [say.facts.override, handover.overrideReason],
      ]}
    />
  );
}
