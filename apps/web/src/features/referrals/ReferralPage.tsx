import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, dataOf } from '../../api/client.js';
import { statusOf } from '../../api/problem.js';
import type { Referral } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { Story } from '../../components/Story.js';
import { ReferralWord, Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { ReferralActions } from './ReferralActions.js';
import { SharedMembers } from '../../components/SharedMembers.js';

const route = getRouteApi('/in/verwijzingen/$id');

export function ReferralPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['referral', id],
    queryFn: () => dataOf(api.GET('/v1/referrals/{id}', { params: { path: { id } } })),
  });
  useStanding(id, query.refetch);
  return <LoadedPage query={query}>{(referral) => <ReferralView referral={referral} />}</LoadedPage>;
}

/** A withdrawal reaches an open screen by itself: what may not be seen any more leaves it without a click. */
const LOOK_AGAIN_MS = 15_000;

function useStanding(id: string, readAgain: () => unknown): void {
  const { data, error } = useQuery({
    queryKey: ['referral-standing', id],
    queryFn: () => dataOf(api.GET('/v1/referrals/{id}/standing', { params: { path: { id } } })),
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 0,
  });
  const standing = error ? `gone ${statusOf(error)}` : data && `${data.version} ${data.opens}`;
  const before = useRef(standing);
  useEffect(() => {
    if (before.current !== undefined && standing !== before.current) void readAgain();
    before.current = standing;
  }, [standing, readAgain]);
}

function ReferralView({ referral }: { referral: Referral }) {
  const { referrals: say, common } = useText();
  return (
    <Page
      title={referral.householdName ?? say.detailTitle(referral.caseNumber)}
      tabTitle={say.detailTitle(referral.caseNumber)}
      lead={<Headline referral={referral} />}
      back={<Link to="/verwijzingen">{`← ${common.back}: ${say.titleReceived}`}</Link>}
    >
      <NextStep step={referral.nextStep} />
      <Asked referral={referral} />
      <section className="stack" aria-labelledby="shared">
        <h2 id="shared">{say.shared}</h2>
        <p className="quiet">{say.sharedLead}</p>
        {referral.sharedMembers.length === 0 ? <p>{say.nothingShared}</p> : <SharedMembers members={referral.sharedMembers} />}
      </section>
      <ReferralActions referral={referral} />
      <section className="stack" aria-labelledby="story">
        <h2 id="story">{say.story}</h2>
        <Story events={referral.events} />
      </section>
    </Page>
  );
}

function Headline({ referral }: { referral: Referral }) {
  const { referrals: say } = useText();
  return (
    <span className="row">
      <ReferralWord state={referral.state} />
      {referral.threatening && <Word tone="alarm">{say.threatening}</Word>}
      <span>{say.detailLead(referral.fromOrganisation.name, referral.toOrganisation.name)}</span>
    </span>
  );
}

function Asked({ referral }: { referral: Referral }) {
  const { referrals: say } = useText();
  const { state, answerBy, firstContactBy, late, householdId, refusal, responsible } = referral;
  return (
    <Facts
      facts={[
        [say.question, referral.question],
        [say.refusal, refusal && `${refusal.label}. ${refusal.explanation}`],
        [say.refusalNextStep, refusal?.nextStep],
        [say.responsible, responsible === 'regisseur' ? referral.regisseur.name : referral.toOrganisation.name],
        [say.regisseur, referral.regisseur.name],
        [late ? say.answerWas : say.answerBy, state === 'requested' && answerBy && <When key="answer" date={answerBy} late={late} />],
        [late ? say.contactWas : say.contactBy, state === 'accepted' && firstContactBy && <When key="contact" date={firstContactBy} late={late} />],
        [
          say.household,
          householdId && (
            <Link key="household" to="/gezinnen/$id" params={{ id: householdId }}>
              {referral.householdName ?? say.toHousehold}
            </Link>
          ),
        ],
      ]}
    />
  );
}
