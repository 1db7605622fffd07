import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { useText } from '../../i18n/index.js';
import { timelineQuery } from './queries.js';
import { TimelineFilters } from './TimelineFilters.js';
import { TimelineLine } from './TimelineLine.js';
import { WriteContact } from './WriteContact.js';

const route = getRouteApi('/in/gezinnen/$id/tijdlijn');

export function TimelinePage() {
  const { timeline: say } = useText();
  const { id } = route.useParams();
  const search = route.useSearch();
  const query = useInfiniteQuery(timelineQuery(id, search));
  return (
    <LoadedPage query={query}>
      {({ head, items }) => (
        <FamilyPage id={id} title={say.title} lead={head && say.lead(head.household.name)}>
          {head?.allowedActions.includes('write-contact') && <WriteContact id={id} people={head.people.filter(({ present }) => present)} />}
          <TimelineFilters id={id} search={search} people={head?.people ?? []} />
          {items.length === 0 ? (
            <Empty title={say.emptyTitle}>
              <p>{say.empty}</p>
            </Empty>
          ) : (
            <ol className="story">
              {items.map((item) => (
                <TimelineLine key={item.id} id={id} item={item} />
              ))}
            </ol>
          )}
          <LoadMore pages={{ ...query, data: { items } }} />
        </FamilyPage>
      )}
    </LoadedPage>
  );
}
