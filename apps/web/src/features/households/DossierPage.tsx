import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dossierQuery } from '../../api/household.js';
import { useHasRole } from '../../api/session.js';
import type { Dossier } from '../../api/types.js';
import { FamilyNavigation } from '../../components/FamilyNavigation.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { Story } from '../../components/Story.js';
import { HouseholdWord, UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { OtherActions, PrimaryAction } from './DossierActions.js';
import { BasesFold } from './BasesFold.js';
import { BreakGlassBanner } from './BreakGlassBanner.js';
import { CanvasFold, FundFold, ReferralsFold } from './WorkFolds.js';
import { IntakeFold, MembersFold } from './PeopleFolds.js';
import { RemindersFold } from './RemindersFold.js';
import { RestrictionBanner, RightsFold } from './RightsFold.js';

/** The latest; the whole story has a page of its own. */
const ON_THE_PAGE = 8;

const route = getRouteApi('/in/gezinnen/$id');

export function DossierPage() {
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  return (
    <LoadedPage query={query} lost={<InAnEmergency />}>
      {(dossier) => <DossierView dossier={dossier} />}
    </LoadedPage>
  );
}

/** Whoever is not in the dossier and needs it now, asks; a partner can't. */
function InAnEmergency() {
  const { breakGlass: say } = useText();
  const staff = useHasRole('regisseur', 'case-worker', 'team-lead');
  if (useHasRole('partner-worker') || !staff) return null;
  return (
    <p>
      {say.lost} <Link to="/noodtoegang">{say.ask}</Link>
    </p>
  );
}

function DossierView({ dossier }: { dossier: Dossier }) {
  const { dossier: say, households, common } = useText();
  return (
    <Page
      title={dossier.name}
      tabTitle={dossier.caseNumber}
      lead={<Headline dossier={dossier} />}
      back={<Link to="/gezinnen">{`← ${common.back}: ${households.title}`}</Link>}
      nav={seesPeople(dossier) && <FamilyNavigation id={dossier.id} />}
      action={<PrimaryAction dossier={dossier} />}
    >
      {dossier.breakGlass && <BreakGlassBanner dossier={dossier} window={dossier.breakGlass} />}
      <RestrictionBanner dossier={dossier} />
      <NextStep step={dossier.nextStep} />
      <OtherActions dossier={dossier} />
      {(seesPeople(dossier) || dossier.timeline.length > 0) && (
        <section className="stack" aria-labelledby="story">
          <h2 id="story">{say.story}</h2>
          <Story events={dossier.timeline.slice(0, ON_THE_PAGE)} />
          {seesPeople(dossier) && dossier.timeline.length > ON_THE_PAGE && (
            <Link to="/gezinnen/$id/tijdlijn" params={{ id: dossier.id }}>
              {say.wholeStory}
            </Link>
          )}
        </section>
      )}
      <div className="folds">
        {seesPeople(dossier) && <PeopleAndWork dossier={dossier} />}
        <IntakeFold dossier={dossier} open={!seesPeople(dossier)} />
      </div>
    </Page>
  );
}

/** Who is only asked to become regisseur, or leads the team, sees the head of the dossier and no people. */
const seesPeople = ({ view }: Dossier): boolean => view === 'involved' || view === 'scaled-up';

function PeopleAndWork({ dossier }: { dossier: Dossier }) {
  return (
    <>
      <MembersFold dossier={dossier} />
      <BasesFold dossier={dossier} />
      <ReferralsFold dossier={dossier} />
      <CanvasFold dossier={dossier} />
      <FundFold dossier={dossier} />
      <RemindersFold dossier={dossier} />
      <RightsFold dossier={dossier} />
    </>
  );
}

function Headline({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  return (
    <span className="row">
      <HouseholdWord state={dossier.state} />
      {(dossier.urgency === 'spoed' || dossier.urgency === 'hoog') && <UrgencyWord urgency={dossier.urgency} />}
      <span>{dossier.caseNumber}</span>
      <span>
        {say.regisseur}: {dossier.regisseur?.name ?? say.noRegisseur}
        {dossier.regisseur && (
          <>
            {' '}
            ({say.since} <When date={dossier.regisseur.since} />)
          </>
        )}
      </span>
    </span>
  );
}
