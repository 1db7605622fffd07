import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/afgemeld');

export function SignedOutPage() {
  const { session } = useText();
  const { reden } = route.useSearch();
  return (
    <main className="plain">
      <Page title={reden ? session.failedTitle : session.signedOutTitle} lead={reden ? session.failed[reden] : session.signedOut}>
        <p>
          <a className="button button--primary" href="/sign-in?returnTo=/">
            {session.signIn}
          </a>
        </p>
      </Page>
    </main>
  );
}
