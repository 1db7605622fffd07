import { useQuery } from '@tanstack/react-query';
import { statusOf } from '../api/problem.js';
import { meQuery } from '../api/session.js';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { useText } from '../i18n/index.js';
import { Shell } from './Shell.js';

/** Behind this gate everybody is someone; who is not signed in is on their way to the sign-in page. */
export function SessionGate() {
  const me = useQuery(meQuery);
  const { common, problems } = useText();
  if (me.data) return <Shell />;
  const failed = me.error && statusOf(me.error) !== 401;
  return (
    <main className="plain">
      {failed ? (
        <Page title={problems.failedTitle}>
          <Problem error={me.error} retry={me.refetch} />
        </Page>
      ) : (
        <p role="status" className="quiet">
          {common.loading}
        </p>
      )}
    </main>
  );
}
