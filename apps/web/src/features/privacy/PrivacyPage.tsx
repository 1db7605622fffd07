import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { privacyPlaces } from './places.js';

/** The privacy officer's desk: what waits stands on top of each pile, the registers come last. */
export function PrivacyPage() {
  const { privacy } = useText();
  const query = useQuery({ queryKey: ['today'], queryFn: () => dataOf(api.GET('/v1/today')) });
  return (
    <Page title={privacy.title} lead={privacy.lead}>
      <Loaded query={query}>
        {(today) => (
          <ul className="lines">
            {privacyPlaces.map(({ to, name }) => {
              const task = today.privacy.find(({ place }) => place === name);
              return (
                <li key={name}>
                  <div className="line__main">
                    <Link className="line__title" to={to}>
                      {privacy.places[name].title}
                    </Link>
                    {task && <strong className="small">{privacy.waiting(task.waiting)}</strong>}
                  </div>
                  <p className="quiet small">
                    {privacy.places[name].about} {task?.dueOn && <>{privacy.firstTerm} <When date={task.dueOn} /></>}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
