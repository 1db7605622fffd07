import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Fold } from '../../components/Fold.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { AnswerForm, EndForm, OverrideForm } from './EscalationForms.js';
import { EscalationStory } from './EscalationStory.js';
import { caseQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/afschalen');

/** What the team lead does with an escalation: answer, decide over a refusal, and scale down again. */
export function EscalationPage() {
  const { caseWords: say } = useText();
  const { id } = route.useParams();
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => {
        const running = course.escalations.find(({ state }) => state !== 'ended');
        return (
          <FamilyPage task id={id} title={say.downTitle} tabTitle={`${say.downTitle} ${course.household.caseNumber}`} lead={course.household.name}>
            {!running && <p className="quiet">{say.notScaledUp}</p>}
            {running && <EscalationStory one={running} />}
            {running?.allowedActions.includes('answer') && (
              <>
                <p>{say.downLead}</p>
                <Fold title={say.answerTitle} open={running.state === 'open'}><AnswerForm id={id} one={running} /></Fold>
                <Fold title={say.overrideTitle}><OverrideForm id={id} one={running} /></Fold>
                <Fold title={say.endTitle} open={running.state === 'answered'}><EndForm id={id} one={running} course={course} /></Fold>
              </>
            )}
          </FamilyPage>
        );
      }}
    </LoadedPage>
  );
}
