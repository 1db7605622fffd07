import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

export function SignedOutPage() {
  const { session } = useText();
  return (
    <main className="plain">
      <Page title={session.signedOutTitle} lead={session.signedOut}>
        <p>
          <a className="button button--primary" href="/sign-in?returnTo=/">
            {session.signIn}
          </a>
        </p>
      </Page>
    </main>
  );
}
