import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import { withdrawalPreviewQuery } from '../../api/records.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/in/gezinnen/$id/toestemming/$basisId/intrekken');

interface Outcome {
  explanation: string;
  nextStep: string;
  stoppedReferrals: string[];
}

/** The consequence first, then the step, then what to do next. */
export function WithdrawPage() {
  const { records: say } = useText();
  const { id } = route.useParams();
  const [outcome, setOutcome] = useState<Outcome>();
  const back = <Link to="/gezinnen/$id/toestemming" params={{ id }}>{`← ${say.title}`}</Link>;
  if (outcome) {
    return (
      <Page key="done" title={say.withdrawn} lead={say.withdrawnLead} back={back}>
        <NextStep step={{ text: outcome.nextStep, who: '' }} />
        <p>{outcome.explanation}</p>
        <p>{say.stopped(outcome.stoppedReferrals.length)}</p>
        <p className="row">
          <Link to="/gezinnen/$id/toestemming" params={{ id }}>{say.toRecords}</Link>
          <Link to="/gezinnen/$id" params={{ id }}>{say.toHousehold}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={say.withdrawTitle} lead={say.withdrawLead} back={back}>
      <Consequence onDone={setOutcome} />
    </Page>
  );
}

function Consequence({ onDone }: { onDone: (outcome: Outcome) => void }) {
  const { records: say } = useText();
  const { id, basisId } = route.useParams();
  const query = useQuery({ ...withdrawalPreviewQuery(id, basisId), staleTime: 0 });
  return (
    <Loaded query={query}>
      {({ sentence, goesOn, nextStep }) => (
        <>
          <section className="stack-s" aria-labelledby="consequence">
            <h2 id="consequence">{say.consequence}</h2>
            <p>
              <strong>{sentence}</strong>
            </p>
            {goesOn.length > 0 && <p>{say.goesOn(goesOn.map(({ toOrganisation }) => toOrganisation.name).join(', '))}</p>}
            <h3>{say.afterwards}</h3>
            <p>{nextStep}</p>
          </section>
          <WithdrawForm onDone={onDone} />
        </>
      )}
    </Loaded>
  );
}

function WithdrawForm({ onDone }: { onDone: (outcome: Outcome) => void }) {
  const { records: say } = useText();
  const { id, basisId } = route.useParams();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }) =>
      dataOf(api.POST('/v1/households/{id}/legal-bases/{basisId}/withdrawal', { params: { path: { id, basisId } }, body: { reason: reason || undefined } })),
    done: (outcome) => {
      announce(say.withdrawn);
      onDone(outcome);
    },
  });
  return (
    <Form form={form} submit={say.withdrawNow}>
      <LongTextField optional rows={2} label={say.withdrawReason} hint={say.withdrawReasonHint} {...form.bind('reason')} />
    </Form>
  );
}
