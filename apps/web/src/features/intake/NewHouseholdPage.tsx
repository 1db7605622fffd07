import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, Form, useForm, type Errors } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { AboutSection, AddressSection } from './HouseholdSections.js';
import { MembersSection } from './MembersSection.js';
import { FromSignal, type Origin } from './FromSignal.js';
import { bodyOf, checkHousehold, emptyHousehold, type HouseholdDraft, withoutBsn } from './new-household.js';

const route = getRouteApi('/in/wachtlijst/nieuw');

/** A family that somebody reports, or that took the offer after an early signal: then name and address are there already. */
export function NewHouseholdPage() {
  const { signaal } = route.useSearch();
  const [empty] = useState(() => emptyHousehold(today()));
  if (signaal) return <FromSignal id={signaal}>{(initial, signal) => <NewHousehold initial={initial} signal={signal} />}</FromSignal>;
  return <NewHousehold initial={empty} />;
}

function NewHousehold({ initial, signal }: { initial: HouseholdDraft; signal?: Origin }) {
  const { intake, waitingList, signals, common } = useText();
  const [draft] = useState(() => ({ key: signal ? `gezin.${signal.id}` : 'gezin', without: withoutBsn }));
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial,
    draft,
    check: (values) => checkHousehold(values, intake.required),
    send: async (values) => {
      const body = bodyOf(values);
      if (signal) await dataOf(api.POST('/v1/early-signals/{id}/household', { params: { path: { id: signal.id }, header: { ...once(body), ...ifMatch(signal.version) } }, body }));
      else await dataOf(api.POST('/v1/households', { params: { header: once(body) }, body }));
      return values.safetyChecked;
    },
    // Without that look a family does not wait yet.
    done: (isSafe) => {
      announce(isSafe ? intake.done : intake.doneUnchecked);
      void navigate({ to: '/wachtlijst' });
    },
  });
  return (
    <Page title={intake.title} lead={signal ? signals.registerLead : intake.lead} back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}>
      <Form form={form} submit={intake.submit}>
        <AboutSection form={form} />
        <AddressSection form={form} />
        <MembersSection form={form} />
        <section className="form__section">
          {looksKnown(form.errors) && (
            <CheckField optional label={intake.anotherPerson} hint={intake.anotherPersonHint} {...form.bind('anotherPerson')} />
          )}
          <CheckField label={intake.safety} hint={intake.safetyHint} {...form.bind('safetyChecked')} />
        </section>
      </Form>
    </Page>
  );
}

/** The API found somebody with the same name and birth date. */
const looksKnown = (errors: Errors): boolean => Object.keys(errors).some((field) => /^members\.\d+$/.test(field));
