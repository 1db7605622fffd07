import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useHasRole } from '../../api/session.js';
import type { BreakGlass } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { Back, StateWord } from './BreakGlassListPage.js';
import { ReviewForm } from './ReviewForm.js';

const route = getRouteApi('/in/privacy/noodtoegang/$id');

/** One use of it: who, when and why, and the outcome. Nothing of what stands in the dossier. */
export function BreakGlassPage() {
  const { breakGlass: say } = useText();
  const { id } = route.useParams();
  const judges = useHasRole('privacy-officer', 'team-lead');
  const query = useQuery({ queryKey: ['break-glass', 'one', id], queryFn: () => dataOf(api.GET('/v1/break-glass/{id}', { params: { path: { id } } })) });
  return (
    <LoadedPage query={query}>
      {(one) => (
        <Page title={say.one(one.caseNumber)} lead={<StateWord one={one} />} back={judges ? <ToList /> : <Back />}>
          <NextStep step={nextOf(one, say)} />
          <Facts facts={factsOf(one, say)} />
          {one.allowedActions.includes('review') && <ReviewForm one={one} />}
        </Page>
      )}
    </LoadedPage>
  );
}

function ToList() {
  const { breakGlass: say, common } = useText();
  return <Link to="/privacy/noodtoegang">{`← ${common.back}: ${say.reviewTitle}`}</Link>;
}

type Say = ReturnType<typeof useText>['breakGlass'];

function nextOf({ state, allowedActions }: BreakGlass, say: Say): { text: string; who: string } {
  if (state === 'reviewed') return { text: say.next.done, who: '' };
  return allowedActions.includes('review') ? { text: say.next.review, who: say.you } : { text: say.next.waits, who: say.others };
}

const factsOf = (one: BreakGlass, say: Say): (readonly [string, ReactNode])[] => [
  [say.who, one.user.name],
  [say.why, one.reason],
  [say.opensAt, <When date={one.startedAt} />],
  one.endedAt ? [say.endedAt, <When date={one.endedAt} />] : [one.state === 'running' ? say.endsAt : say.endedBySelf, <When date={one.endsAt} />],
  [say.outcome, one.outcome && say.outcomes[one.outcome]],
  [say.reviewNote, one.reviewNote],
  [say.reviewedBy, one.reviewedBy],
];
