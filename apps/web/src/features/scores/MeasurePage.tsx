import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { MeasureForm } from './MeasureForm.js';
import { scoresQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/leefgebieden/meting');

/** A new measurement, or one that takes the place of a wrong one. */
export function MeasurePage() {
  const { id } = route.useParams();
  const { verbetert } = route.useSearch();
  const { scores: say } = useText();
  return (
    <LoadedPage query={useQuery(scoresQuery(id))}>
      {(scores) => (
        <FamilyPage task id={id} title={verbetert ? say.correctTitle : say.newTitle} tabTitle={verbetert ? say.correctTitle : say.newTitle} lead={`${scores.household.name}. ${verbetert ? say.correctLead : say.newLead}`}>
          <MeasureForm scores={scores} corrects={scores.rounds.find((round) => round.id === verbetert)} />
        </FamilyPage>
      )}
    </LoadedPage>
  );
}
