import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/index.js';
import { familyPlaces } from './family-places.js';

/** From any page of a family to any other. */
export function FamilyNavigation({ id }: { id: string }) {
  const { family } = useText();
  return (
    <nav className="tabs" aria-label={family.navigation}>
      {familyPlaces.map(({ to, name }) => (
        <Link key={name} to={to} params={{ id }} activeOptions={{ exact: true, includeSearch: false }}>
          {family.places[name]}
        </Link>
      ))}
    </nav>
  );
}
