import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { useText } from '../i18n/index.js';

export function NotFoundPage() {
  const { problems } = useText();
  return (
    <Page title={problems.notFoundTitle} lead={problems.notFound}>
      <p>
        <Link to="/">{problems.toToday}</Link>
      </p>
    </Page>
  );
}

export function NowherePage() {
  return (
    <main className="plain">
      <NotFoundPage />
    </main>
  );
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { problems } = useText();
  return (
    <Page title={problems.failedTitle}>
      <Problem error={error} retry={reset} />
    </Page>
  );
}
