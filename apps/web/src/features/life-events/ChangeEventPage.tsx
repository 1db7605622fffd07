import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FamilyPage } from '../../components/FamilyPage.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { CorrectForm } from './CorrectForm.js';
import { lifeEventsQuery, type LifeEvents } from './queries.js';
import { WithdrawForm } from './WithdrawForm.js';

const route = getRouteApi('/in/gezinnen/$id/gebeurtenissen/$eventId');

/** Another day or note, or taking it back. */
export function ChangeEventPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(lifeEventsQuery(id))}>{(family) => <Change family={family} />}</LoadedPage>;
}

function Change({ family }: { family: LifeEvents }) {
  const { lifeEvents: say, problems } = useText();
  const { id, eventId } = route.useParams();
  const withdraws = route.useSearch().doe === 'intrekken';
  const event = family.events.find((one) => one.id === eventId);
  const title = withdraws ? say.withdrawTitle : say.correctTitle;
  if (!event) return <FamilyPage task id={id} title={problems.notFoundTitle} />;
  return (
    <FamilyPage task id={id} title={title} lead={`${say.heading(say.kinds[event.kind], event.memberName)}. ${withdraws ? say.withdrawLead : event.kind === 'turning-18' ? say.correct18Lead : say.correctLead}`}>
      {withdraws ? <WithdrawForm familyId={id} event={event} /> : <CorrectForm familyId={id} event={event} />}
    </FamilyPage>
  );
}
