import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { RunningRecord } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { Form, missing, TextField, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { isTheirsToTakeBack, RunningRecordLine } from './RunningRecordLine.js';

const route = getRouteApi('/in/privacy/intrekken');

/** A resident asks the privacy officer to take something back (AVG 7(3)). The case number stands in the address, so that a request can lead here. */
export function RunningRecordsPage() {
  const { withdrawing: say, common, privacy, rights } = useText();
  const { zaak = '' } = route.useSearch();
  const navigate = useNavigate({ from: '/privacy/intrekken' });
  const form = useForm({
    initial: { caseNumber: zaak },
    check: ({ caseNumber }) => missing(['caseNumber', caseNumber, rights.required.caseNumber]),
    send: ({ caseNumber }) => Promise.resolve(caseNumber.trim()),
    done: (caseNumber) => void navigate({ search: { zaak: caseNumber } }),
  });
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/privacy">{`← ${common.back}: ${privacy.title}`}</Link>}>
      <Form form={form} submit={say.find}>
        <TextField short label={rights.caseNumber} hint={rights.caseNumberHint} {...form.bind('caseNumber')} />
      </Form>
      {zaak && <OfCase caseNumber={zaak} />}
    </Page>
  );
}

function OfCase({ caseNumber }: { caseNumber: string }) {
  const { withdrawing: say } = useText();
  const query = useQuery({
    queryKey: ['running-records', caseNumber],
    queryFn: () => dataOf(api.GET('/v1/running-records', { params: { query: { caseNumber } } })),
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={say.empty(caseNumber)} />
        ) : (
          <>
            {peopleOf(items).map(([name, records]) => (
              <OfPerson key={records[0]?.id} name={name} records={records} />
            ))}
            {!items.every(isTheirsToTakeBack) && (
              <p className="note note--calm">
                {say.notConsent} <Link to="/privacy/verzoeken/nieuw">{say.object}</Link>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function OfPerson({ name, records }: { name: string; records: readonly RunningRecord[] }) {
  const heading = `wie-${records[0]?.id ?? ''}`;
  return (
    <section className="stack-s" aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      <ul className="lines">
        {withdrawableFirst(records).map((record) => (
          <li key={record.id}>
            <RunningRecordLine record={record} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const withdrawableFirst = (records: readonly RunningRecord[]): RunningRecord[] =>
  [...records].sort((one, other) => Number(isTheirsToTakeBack(other)) - Number(isTheirsToTakeBack(one)));

/** They come person by person. */
function peopleOf(items: readonly RunningRecord[]): [name: string, records: RunningRecord[]][] {
  const people: [string, RunningRecord[]][] = [];
  for (const record of items) {
    const last = people.at(-1);
    if (last?.[0] === record.memberName) last[1].push(record);
    else people.push([record.memberName, [record]]);
  }
  return people;
}
