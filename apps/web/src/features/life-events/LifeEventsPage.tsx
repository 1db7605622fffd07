import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { EventPart } from './EventPart.js';
import { lifeEventsQuery, type LifeEvents } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/gebeurtenissen');

/** What happens in the life of this family, and how far its checklists are. */
export function LifeEventsPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(lifeEventsQuery(id))}>{(family) => <Events family={family} />}</LoadedPage>;
}

function Events({ family }: { family: LifeEvents }) {
  const { lifeEvents: say } = useText();
  const { id, name } = family.household;
  const may = family.allowedActions.includes('start-life-event');
  const now = family.events.filter(({ state }) => state !== 'withdrawn');
  const older = family.events.filter(({ state }) => state === 'withdrawn');
  const action = may && (
    <PrimaryLink to="/gezinnen/$id/gebeurtenissen/nieuw" params={{ id }}>
      {say.start}
    </PrimaryLink>
  );
  return (
    <FamilyPage id={id} title={say.title} lead={name} action={action}>
      {now.length === 0 && <Empty title={say.emptyTitle}>{may && <p>{say.empty}</p>}</Empty>}
      {now.map((event) => (
        <EventPart key={event.id} familyId={id} event={event} />
      ))}
      {older.length > 0 && (
        <div className="folds">
          <Fold title={say.older} count={older.length}>
            {older.map((event) => (
              <EventPart key={event.id} familyId={id} event={event} />
            ))}
          </Fold>
        </div>
      )}
    </FamilyPage>
  );
}
