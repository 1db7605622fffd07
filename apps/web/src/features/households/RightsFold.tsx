import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { Dossier } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** What the people of this family asked about their own data; writing one down and correcting start here. */
export function RightsFold({ dossier }: { dossier: Dossier }) {
  const { rights: say } = useText();
  const { id, allowedActions } = dossier;
  const query = useQuery({
    queryKey: ['household', id, 'rights-requests'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/rights-requests', { params: { path: { id } } })),
    enabled: allowedActions.includes('record-rights-request'),
  });
  if (!allowedActions.includes('record-rights-request')) return null;
  return (
    <Fold title={say.fold} count={query.data?.items.length}>
      <Loaded query={query}>
        {({ items }) => (
          <ul className="lines">
            {items.map((request) => (
              <li key={request.id}>
                <div className="line__main">
                  <Link className="line__title" to="/privacy/verzoeken/$id" params={{ id: request.id }}>
                    {say.kinds[request.kind]}
                  </Link>
                  <span className="quiet">{say.states[request.state]}</span>
                </div>
                <p className="small quiet">
                  {say.received} <When date={request.receivedOn} />
                </p>
              </li>
            ))}
            {items.length === 0 && <li className="quiet">{say.foldEmpty}</li>}
          </ul>
        )}
      </Loaded>
      <nav className="also" aria-label={say.fold}>
        <Link to="/gezinnen/$id/verzoek" params={{ id }}>
          {say.record}
        </Link>
        {allowedActions.includes('correct-member') && (
          <Link to="/gezinnen/$id/gegevens" params={{ id }}>
            {say.foldCorrect}
          </Link>
        )}
      </nav>
    </Fold>
  );
}

/** AVG 18: whoever works with the family sees it before anything else. */
export function RestrictionBanner({ dossier }: { dossier: Dossier }) {
  const { rights: say } = useText();
  const restricted = dossier.members.filter(({ isRestricted }) => isRestricted).map(({ name }) => name);
  if (restricted.length === 0) return null;
  return (
    <section className="glass" aria-labelledby="beperking">
      <h2 id="beperking" className="glass__title">
        {say.banner(restricted.join(', '))}
      </h2>
      <p className="small">{say.bannerHelp}</p>
    </section>
  );
}
