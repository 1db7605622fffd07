import { lazy, Suspense } from 'react';
import { useHasRole } from '../api/session.js';
import { Bones } from '../components/Bones.js';

const TodayPage = lazy(() => import('../features/today/TodayPage.js').then((m) => ({ default: m.TodayPage })));
const ResidentPage = lazy(() => import('../features/resident/ResidentPage.js').then((m) => ({ default: m.ResidentPage })));

export function HomePage() {
  const Home = useHasRole('resident') ? ResidentPage : TodayPage;
  return (
    <Suspense fallback={<Bones />}>
      <Home />
    </Suspense>
  );
}
