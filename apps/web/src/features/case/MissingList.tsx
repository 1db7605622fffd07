import { Link } from '@tanstack/react-router';
import type { CaseCourse, CaseMove } from '../../api/types.js';
import { useText } from '../../i18n/index.js';

type Missing = CaseMove['missing'][number];

const PLACES = {
  hasPlan: '/gezinnen/$id/plan', openGoals: '/gezinnen/$id/plan', hasActiveBasis: '/gezinnen/$id/grondslag', hasActiveRegisseur: '/wachtlijst/$id/regisseur',
  openAftercareContacts: '/gezinnen/$id/nazorg',
} as const;

const isPlace = (name: string): name is keyof typeof PLACES => Object.hasOwn(PLACES, name);

/** What is missing, and where that is mended. */
export function MissingList({ missing, course }: { missing: readonly Missing[]; course: CaseCourse }) {
  return (
    <ul className="lines">
      {missing.map((one) => (
        <li key={one.name}>
          <span>{one.message}</span> <Mend name={one.name} course={course} />
        </li>
      ))}
    </ul>
  );
}

export function Mend({ name, course }: { name: string; course: CaseCourse }) {
  const { caseWords: say } = useText();
  const { household: { id }, openReferrals, openFundRequests } = course;
  if (isPlace(name)) return <Link to={PLACES[name]} params={{ id }}>{say.fix[name]}</Link>;
  if (name === 'openReferrals') {
    return <>{openReferrals.map((one) => <Link key={one.id} to="/verwijzingen/$id" params={{ id: one.id }}>{`${say.fix.openReferrals}: ${one.partnerName} `}</Link>)}</>;
  }
  if (name !== 'openFundObligations' && name !== 'openPayments') return null;
  const wanted = openFundRequests.filter(({ state }) => (state === 'announced') === (name === 'openPayments'));
  return <>{wanted.map((one) => <Link key={one.id} to="/fonds/$id" params={{ id: one.id }}>{say.fix[name]} </Link>)}</>;
}
