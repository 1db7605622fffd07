import { Link } from '@tanstack/react-router';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { privacyPlaces } from './places.js';

export function PrivacyPage() {
  const { privacy } = useText();
  return (
    <Page title={privacy.title} lead={privacy.lead}>
      <ul className="lines">
        {privacyPlaces.map(({ to, name }) => (
          <li key={name}>
            <div className="line__main">
              <Link className="line__title" to={to}>
                {privacy.places[name].title}
              </Link>
            </div>
            <p className="quiet small">{privacy.places[name].about}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
