import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, ifMatch } from '../../api/client.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { ConfirmDialog } from '../../components/ConfirmDialog.js';
import { Empty } from '../../components/Empty.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactly } from '../../time/when.js';
import { BringInForm, RewriteForm } from './CaseReviewForms.js';
import { caseReviewQuery } from './queries.js';
import type { CaseReview, ReviewedFamily } from './types.js';

const route = getRouteApi('/in/overleggen/casuistiek/$reviewId');

export function CaseReviewPage() {
  const { reviewId } = route.useParams();
  const query = useQuery(caseReviewQuery(reviewId));
  return <LoadedPage query={query}>{(review) => <Review review={review} />}</LoadedPage>;
}

function Review({ review }: { review: CaseReview }) {
  const { caseReview: say, meeting, time } = useText();
  return (
    <Page
      title={review.title}
      tabTitle={say.title}
      lead={say.lead}
      back={<Link to="/overleggen">{`← ${meeting.mine}`}</Link>}
    >
      <p className="row">
        <Word tone={review.state === 'planned' ? 'open' : 'plain'}>{say.states[review.state]}</Word>
        <span>{sayExactly(review.plannedAt, time)}</span>
      </p>
      <p className="quiet">{review.participants.join(', ')}</p>
      {review.families.length === 0 && <Empty title={say.noFamilies} />}
      {review.families.map((family) => (
        <Family key={family.id} review={review} family={family} />
      ))}
      {review.allowedActions.includes('bring-in') && (
        <div className="no-print">
          <Fold title={say.bringIn}>
            <BringInForm review={review} />
          </Fold>
        </div>
      )}
      <Moves review={review} />
    </Page>
  );
}

function Family({ review, family }: { review: CaseReview; family: ReviewedFamily }) {
  const { caseReview: say } = useText();
  const { own } = family;
  const people = family.composition.map(({ role, age }) => say.person(say.roles[role], age)).join('; ');
  return (
    <section className="sheet" aria-labelledby={`family-${family.id}`}>
      <h2 id={`family-${family.id}`}>{say.family(family.label)}</h2>
      <Facts facts={[[say.composition, people], [say.situation, family.situation], [say.question, family.question], [say.outcome, family.outcome ?? say.noOutcome]]} />
      {own && (
        <div className="stack-s no-print">
          <p className="small quiet">{say.own(own.household.name)}</p>
          {own.mayWrite && review.allowedActions.includes('rewrite') && (
            <Fold title={say.rewrite}>
              <RewriteForm key={own.version} review={review} family={family} version={own.version} />
            </Fold>
          )}
        </div>
      )}
    </section>
  );
}

function Moves({ review }: { review: CaseReview }) {
  const { caseReview: say } = useText();
  const announce = useAnnounce();
  const moving = useMutation({
    mutationFn: (step: 'conclusion' | 'cancellation') => api.POST(`/v1/case-reviews/{id}/${step}`, { params: { path: { id: review.id }, header: ifMatch(review.version) } }),
    onSuccess: (_, step) => announce(step === 'conclusion' ? say.concluded : say.cancelled),
  });
  return (
    <div className="stack-s no-print">
      <div className="row">
        {review.allowedActions.includes('hold') && (
          <Button type="button" disabled={moving.isPending} onClick={() => moving.mutate('conclusion')}>
            {say.conclude}
          </Button>
        )}
        {review.allowedActions.includes('cancel') && (
          <ConfirmDialog trigger={say.cancel} heading={say.cancelHeading} confirm={say.cancel} busy={moving.isPending} onConfirm={() => moving.mutate('cancellation')}>
            <p>{say.cancelConsequence}</p>
          </ConfirmDialog>
        )}
      </div>
      {moving.error && <Problem error={moving.error} />}
    </div>
  );
}
