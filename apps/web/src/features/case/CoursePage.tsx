import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useHasRole } from '../../api/session.js';
import type { CaseCourse } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { HouseholdWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { CaseActions } from './CaseActions.js';
import { CaseHistory } from './CaseHistory.js';
import { CaseLine } from './CaseLine.js';
import { MissingList } from './MissingList.js';
import { caseQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/verloop');

const ENDED: readonly string[] = ['closed', 'referred-elsewhere', 'declined-help', 'moved-away', 'merged'];

/** Where the case stands, what is possible now and what that still lacks, and how it came here. */
export function CoursePage() {
  const { caseWords: say } = useText();
  const { id } = route.useParams();
  const isRegisseur = useHasRole('regisseur');
  return (
    <LoadedPage query={useQuery(caseQuery(id))}>
      {(course) => (
        // Who leads the team may read the other pages only while the family is scaled up.
        <FamilyPage task={!isRegisseur && course.household.state !== 'scaled-up'} id={id} title={say.title} tabTitle={`${say.title} ${course.household.caseNumber}`} lead={course.household.name}>
          <Now course={course} />
          <CaseActions course={course} />
          <CaseHistory course={course} />
        </FamilyPage>
      )}
    </LoadedPage>
  );
}

function Now({ course }: { course: CaseCourse }) {
  const { caseWords: say, time } = useText();
  const { household, regisseur, reportedOn, period, lacking } = course;
  return (
    <section className="stack" aria-labelledby="nu">
      <h2 id="nu">{say.now}</h2>
      <p><HouseholdWord state={household.state} /></p>
      <CaseLine state={household.state} />
      <Facts facts={[[say.regisseur, regisseur?.name ?? (ENDED.includes(household.state) ? null : say.none)], [say.reported, sayExactDay(reportedOn, time)], [say.periodLabel, period > 1 && say.period(period)]]} />
      {lacking.length > 0 && (
        <div className="stack-s">
          <h3>{say.lackingTitle}</h3>
          <MissingList missing={lacking} course={course} />
        </div>
      )}
    </section>
  );
}
