import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import type { Substitution } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { ArrangeForm } from './ArrangeForm.js';

/** Who stands in for whom, and when; one form and one list. */
export function SubstitutionPage() {
  const { substitution: say, common, households } = useText();
  const colleagues = useQuery({ queryKey: ['substitutions', 'colleagues'], queryFn: () => dataOf(api.GET('/v1/substitutions/colleagues')) });
  const pages = usePages(['substitutions'], (cursor) => dataOf(api.GET('/v1/substitutions', { params: { query: { cursor, limit: 50 } } })));
  return (
    <Page title={say.title} lead={say.lead} back={<Link to="/gezinnen">{`← ${common.back}: ${households.title}`}</Link>}>
      <section className="stack" aria-labelledby="afgesproken">
        <h2 id="afgesproken">{say.listTitle}</h2>
        <Loaded query={pages}>
          {({ items }) => (items.length === 0 ? <Empty title={say.empty} /> : <ul className="lines">{items.map((one) => <Line key={one.id} one={one} />)}</ul>)}
        </Loaded>
        <LoadMore pages={pages} />
      </section>
      <section className="stack" aria-labelledby="regel">
        <h2 id="regel">{say.arrangeTitle}</h2>
        <Loaded query={colleagues}>{({ items }) => <ArrangeForm colleagues={items} />}</Loaded>
      </section>
    </Page>
  );
}

function Line({ one: { id, regisseur, substitute, firstDay, lastDay, state, version, allowedActions } }: { one: Substitution }) {
  const { substitution: say, time } = useText();
  const announce = useAnnounce();
  const ending = useMutation({
    mutationFn: () => api.POST('/v1/substitutions/{id}/end', { params: { path: { id }, header: ifMatch(version) } }),
    onSuccess: () => announce(say.ended),
  });
  return (
    <li>
      <div className="line__main">
        <span className="line__title">{say.for(substitute.name, regisseur.name)}</span>
        <span className={state === 'running' ? 'word word--open' : 'word'}>{say.states[state]}</span>
      </div>
      <p className="quiet small">
        {say.days} {sayExactDay(firstDay, time)} {say.upTo} {sayExactDay(lastDay, time)}
      </p>
      {allowedActions.includes('end') && (
        <div className="actions">
          <Button variant="secondary" disabled={ending.isPending} onClick={() => ending.mutate()}>
            {say.end}
          </Button>
        </div>
      )}
      {ending.error && <Problem error={ending.error} />}
    </li>
  );
}
