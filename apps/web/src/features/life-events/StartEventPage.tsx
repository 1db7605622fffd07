import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { PreviewPart } from './PreviewPart.js';
import { lifeEventsQuery, type LifeEvents } from './queries.js';
import { type Planned, StartForm } from './StartForm.js';

const route = getRouteApi('/in/gezinnen/$id/gebeurtenissen/nieuw');

/** First what happened, then what comes of it; only then it is started. */
export function StartEventPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(lifeEventsQuery(id))}>{(family) => <Start family={family} />}</LoadedPage>;
}

function Start({ family }: { family: LifeEvents }) {
  const { lifeEvents: say } = useText();
  const { voorstel } = route.useSearch();
  const [planned, setPlanned] = useState<Planned>();
  const [looking, setLooking] = useState(false);
  const shown = looking ? planned : undefined;
  const { id, name } = family.household;
  return (
    <FamilyPage task id={id} title={shown ? say.previewTitle : say.newTitle} lead={shown ? name : `${name}. ${say.newLead}`} key={shown ? 'preview' : 'form'}>
      {shown ? (
        <PreviewPart familyId={id} event={shown.event} preview={shown.preview} change={() => setLooking(false)} />
      ) : (
        <StartForm family={family} proposal={family.events.find((event) => event.id === voorstel)} before={planned?.draft} onPlanned={(next) => (setPlanned(next), setLooking(true))} />
      )}
    </FamilyPage>
  );
}
