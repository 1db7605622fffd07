import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { SavedView } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { KeepView } from './KeepView.js';
import { isSame, standardViews, viewOf } from './views.js';

const route = getRouteApi('/in/gezinnen');
const KEY = ['saved-views'];

/** The views everybody has, and those one keeps; each is a link. Another combination of filters can be kept. */
export function SavedViews({ dated }: { dated: boolean }) {
  const { households } = useText();
  const now = route.useSearch();
  const query = useQuery({ queryKey: KEY, queryFn: () => dataOf(api.GET('/v1/saved-views')) });
  const own = query.data?.items ?? [];
  const standard = standardViews(households, dated);
  const known = [...standard.map(({ search }) => search), ...own.map(viewOf)].some((search) => isSame(search, now));
  return (
    <div className="stack no-print">
      <FilterLinks label={households.views}>
        {[...standard, ...own.map((view) => ({ name: view.name, search: viewOf(view) }))].map(({ name, search }) => (
          <Link key={name} to="/gezinnen" search={search} activeOptions={{ exact: true, includeSearch: true }}>
            {name}
          </Link>
        ))}
      </FilterLinks>
      {query.error && <Problem error={query.error} />}
      {query.data && !known && <KeepView search={now} />}
      {own.filter((view) => isSame(viewOf(view), now)).map((view) => (
        <RemoveView key={view.id} view={view} />
      ))}
    </div>
  );
}

function RemoveView({ view }: { view: SavedView }) {
  const { households } = useText();
  const announce = useAnnounce();
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => dataOf(api.DELETE('/v1/saved-views/{id}', { params: { path: { id: view.id } } })),
    onSuccess: () => {
      announce(households.viewRemoved);
      void client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <div>
      <button type="button" className="linklike small" disabled={removing.isPending} onClick={() => removing.mutate()}>
        {households.removeView}
      </button>
      {removing.error && <Problem error={removing.error} />}
    </div>
  );
}
