import { Link } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPlan } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { DateField, Form, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { When } from '../../time/When.js';

/** Whether the family said yes to what stands here, and what is different since. */
export function Standing({ plan }: { plan: FamilyPlan }) {
  const { plan: say, time } = useText();
  const { agreement, changes } = plan;
  if (!agreement) return <p className="note note--calm">{say.notAgreed}</p>;
  return (
    <div className="note note--calm">
      <p>{say.agreedOn(agreement.number, sayExactDay(agreement.agreedOn, time))}</p>
      {changes.length > 0 && (
        <>
          <p>{say.changed}</p>
          <ul className="bulleted">{changes.map((change) => <li key={change}>{change}</li>)}</ul>
        </>
      )}
    </div>
  );
}

export function AgreementPart({ plan, edits }: { plan: FamilyPlan; edits: boolean }) {
  const { plan: { agreement: say, review } } = useText();
  const { agreement, reviewOn } = plan;
  const { id } = plan.household;
  if (!agreement) return null;
  return (
    <Fold title={say.fold}>
      <Facts
        facts={[
          [say.by, agreement.agreedBy.join('\n')],
          [say.agreedOn, <When key="on" date={agreement.agreedOn} />],
          [say.howAsk, say.how[agreement.how]],
          [say.said, agreement.reservations],
          [say.recorded, agreement.recordedBy],
          [review, reviewOn && <When date={reviewOn} />],
        ]}
      />
      <p>
        <Link to="/gezinnen/$id/plan/versies" params={{ id }}>{say.versions}</Link>
      </p>
      {edits && <ReviewForm plan={plan} />}
    </Fold>
  );
}

function ReviewForm({ plan }: { plan: FamilyPlan }) {
  const { plan: { agreement: say } } = useText();
  const announce = useAnnounce();
  const { id } = plan.household;
  const form = useForm({
    initial: { reviewOn: plan.reviewOn ?? (plan.proposedReviewOn as string) },
    check: ({ reviewOn }) => missing(['reviewOn', reviewOn, say.required.reviewOn]),
    send: (body) => dataOf(api.PUT('/v1/households/{id}/plan/review', { params: { path: { id }, header: ifMatch(plan.version) }, body })),
    done: () => announce(say.reviewSaved),
  });
  return (
    <Form form={form} submit={say.reviewSubmit}>
      <DateField label={say.newReview} {...form.bind('reviewOn')} />
    </Form>
  );
}
