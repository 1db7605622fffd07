import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { DataCategory, Dossier, Organisation } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import {
  CheckboxesField,
  CheckField,
  Form,
  GroupFrame,
  LongTextField,
  missing,
  SelectField,
  useForm,
} from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { SharingPreview } from './SharingPreview.js';
import { sharesOf, type Shares } from './shares.js';

interface NewReferralFormProps {
  household: Dossier;
  organisations: readonly Organisation[];
}

export function NewReferralForm({ household, organisations }: NewReferralFormProps) {
  const { referralNew: say, words } = useText();
  const form = useReferralForm(household.id);
  const categories = Object.entries(words.category) as [DataCategory, string][];
  const shares = form.bind('shares');
  return (
    <Form form={form} submit={say.submit}>
      <SelectField
        label={say.to}
        options={organisations.map(({ id, name, services }) => [id, services ? `${name} (${services})` : name])}
        {...form.bind('toOrganisationId')}
      />
      <LongTextField label={say.question} hint={say.questionHint} {...form.bind('question')} />
      <CheckField optional label={say.threatening} hint={say.threateningHint} {...form.bind('threatening')} />
      <GroupFrame name="shares" label={say.shares} hint={say.sharesHint} error={shares.error}>
        {household.members.map((member) => (
          <details key={member.id} className="fold" open={Boolean(shares.value[member.id]?.length) || household.members.length === 1}>
            <summary>
              <span className="line__title">{member.name}</span>
              <span className="quiet small">{(shares.value[member.id] ?? []).map((category) => words.category[category]).join(', ')}</span>
            </summary>
            <div className="fold__body">
              <CheckboxesField
                name={`shares.${member.id}`}
                label={say.sharesOf(member.name)}
                options={categories}
                value={shares.value[member.id] ?? []}
                error={undefined}
                onChange={(chosen) => shares.onChange({ ...shares.value, [member.id]: chosen })}
              />
            </div>
          </details>
        ))}
      </GroupFrame>
      <SharingPreview householdId={household.id} toOrganisationId={form.values.toOrganisationId} shares={sharesOf(form.values.shares)} />
    </Form>
  );
}

function useReferralForm(id: string) {
  const { referralNew: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const draft = useMemo(() => ({ key: `verwijzing.${id}` }), [id]);
  return useForm({
    initial: { toOrganisationId: '', question: '', threatening: false, shares: {} as Shares },
    draft,
    check: (values) =>
      missing(
        ['toOrganisationId', values.toOrganisationId, say.required.to],
        ['question', values.question, say.required.question],
        ['shares', sharesOf(values.shares), say.required.shares],
      ),
    send: (values) => {
      const body = { ...values, shares: sharesOf(values.shares) };
      return dataOf(api.POST('/v1/households/{id}/referrals', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: (referral) => {
      announce(say.done);
      void navigate({ to: '/verwijzingen/$id', params: { id: referral.id } });
    },
  });
}
