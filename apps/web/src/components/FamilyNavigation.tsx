import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dossierQuery } from '../api/household.js';
import { useHasRole } from '../api/session.js';
import { useText } from '../i18n/index.js';
import { familyPlaces } from './family-places.js';

/** From any page of a family to any other. */
export function FamilyNavigation({ id }: { id: string }) {
  const { family } = useText();
  const readsAll = useReadsAll(id);
  return (
    <nav className="tabs" aria-label={family.navigation}>
      {familyPlaces.filter(({ involvedOnly }) => readsAll || !involvedOnly).map(({ to, name }) => (
        <Link key={name} to={to} params={{ id }} activeOptions={{ exact: true, includeSearch: false }}>
          {family.places[name]}
        </Link>
      ))}
    </nav>
  );
}

/** Asked for a team lead alone, and once: they mostly come from the family's own page, which knows. */
function useReadsAll(id: string): boolean {
  const leads = useHasRole('team-lead');
  const dossier = useQuery({ ...dossierQuery(id), enabled: leads, staleTime: Infinity });
  return !leads || dossier.data?.view === 'involved';
}
