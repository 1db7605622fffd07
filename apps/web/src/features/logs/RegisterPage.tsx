import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { ProcessingActivity } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { ActivityForm } from './ActivityForm.js';

/** The register of processing (AVG 30). */
export function RegisterPage() {
  const { register: say, common, privacy } = useText();
  const query = useQuery({ queryKey: ['processing-activities'], queryFn: () => dataOf(api.GET('/v1/processing-activities')) });
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/privacy">{`← ${common.back}: ${privacy.title}`}</Link>}>
      <p className="row">
        <a className="button" href="/v1/processing-activities.csv" download>
          {say.csv}
        </a>
        <Button variant="secondary" onClick={() => window.print()}>
          {say.print}
        </Button>
      </p>
      <Loaded query={query} bones={8}>
        {({ items }) => (
          <div className="folds">
            {items.map((activity) => (
              <Fold key={activity.id} title={activity.name}>
                <Activity activity={activity} />
              </Fold>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Activity({ activity }: { activity: ProcessingActivity }) {
  const { register: say } = useText();
  const [changing, setChanging] = useState(false);
  if (changing) return <ActivityForm activity={activity} close={() => setChanging(false)} />;
  return (
    <>
      <Facts
        facts={[
          [say.fields.purpose, activity.purpose],
          [say.fields.legalBasis, activity.legalBasis],
          [say.fields.people, activity.people.join('\n')],
          [say.fields.data, activity.data.join('\n')],
          [say.fields.recipients, activity.recipients.join('\n')],
          [say.fields.transfers, activity.transfers],
          [say.fields.retention, activity.retention],
          [say.fields.security, activity.security.join('\n')],
          [say.fields.controller, activity.controller],
          [say.fields.processor, activity.processor ?? say.noProcessor],
          [say.changed, <When key="changed" date={activity.changedAt} />],
        ]}
      />
      {activity.allowedActions.includes('change') && (
        <p>
          <Button variant="secondary" onClick={() => setChanging(true)}>
            {say.change}
          </Button>
        </p>
      )}
    </>
  );
}
