import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, SelectField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { ownFamiliesQuery } from './queries.js';
import type { CaseReview, ReviewedFamily } from './types.js';

const EMPTY = { householdId: '', situation: '', question: '' };

export function BringInForm({ review }: { review: CaseReview }) {
  const { caseReview: say } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const families = useQuery(ownFamiliesQuery).data ?? [];
  const draft = useMemo(() => ({ key: `casuistiek.${review.id}` }), [review.id]);
  const form = useForm({
    initial: EMPTY,
    draft,
    check: ({ householdId, situation, question }) =>
      missing(['householdId', householdId, say.required.family], ['situation', situation, say.required.situation], ['question', question, say.required.question]),
    send: (body) => dataOf(api.POST('/v1/case-reviews/{id}/families', { params: { path: { id: review.id }, header: once([review.id, body]) }, body })),
    after: () => EMPTY,
    done: () => announce(say.brought),
  });
  return (
    <Form form={form} submit={say.bring}>
      <SelectField label={say.whichFamily} hint={say.whichHint} options={families.map(({ id, name, caseNumber }) => [id, `${name} (${caseNumber})`])} {...form.bind('householdId')} />
      <LongTextField rows={6} label={say.situation} hint={say.situationHint} {...form.bind('situation')} />
      <LongTextField rows={2} label={say.question} {...form.bind('question')} />
    </Form>
  );
}

export function RewriteForm({ review, family, version }: { review: CaseReview; family: ReviewedFamily; version: number }) {
  const { caseReview: say } = useText();
  const announce = useAnnounce();
  const initial = useMemo(() => ({ situation: family.situation, question: family.question, outcome: family.outcome ?? '' }), [family]);
  const draft = useMemo(() => ({ key: `casuistiek.${family.id}` }), [family.id]);
  const form = useForm({
    initial,
    draft,
    check: ({ situation, question }) => missing(['situation', situation, say.required.situation], ['question', question, say.required.question]),
    send: ({ outcome, ...texts }) =>
      dataOf(
        api.PUT('/v1/case-reviews/{id}/families/{familyId}', {
          params: { path: { id: review.id, familyId: family.id }, header: ifMatch(version) }, body: { ...texts, outcome: outcome.trim() || undefined },
        }),
      ),
    done: () => announce(say.saved),
  });
  return (
    <Form form={form} submit={say.save}>
      <LongTextField rows={6} label={say.situation} hint={say.situationHint} {...form.bind('situation')} />
      <LongTextField rows={2} label={say.question} {...form.bind('question')} />
      <LongTextField optional rows={4} label={say.outcome} {...form.bind('outcome')} />
    </Form>
  );
}
