import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

export function UnknownAccountPage() {
  const { session } = useText();
  return (
    <main className="plain">
      <Page title={session.unknownTitle} lead={session.unknown}>
        <p>{session.unknownHelp}</p>
        <p>
          <a className="button button--primary" href="/sign-in?returnTo=/">
            {session.signIn}
          </a>
        </p>
      </Page>
    </main>
  );
}
