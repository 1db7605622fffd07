import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Choice } from '../../components/Choice.js';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Fold } from '../../components/Fold.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import './scores.css';
import { DomainPart } from './DomainPart.js';
import { byDomain, spanOf } from './picture.js';
import { scoresQuery, type Scores } from './queries.js';
import { RoundLines } from './RoundLines.js';
import { ScoreTable } from './ScoreTable.js';

const route = getRouteApi('/in/gezinnen/$id/leefgebieden');
const WHOLE_FAMILY = '';

/** How it goes per area of life, over time. */
export function ScoresPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(scoresQuery(id))}>{(scores) => <Areas scores={scores} />}</LoadedPage>;
}

function Areas({ scores }: { scores: Scores }) {
  const { scores: say } = useText();
  const { id, name } = scores.household;
  const may = scores.allowedActions.includes('measure');
  const action = may && (
    <PrimaryLink to="/gezinnen/$id/leefgebieden/meting" params={{ id }}>
      {say.measure}
    </PrimaryLink>
  );
  return (
    <FamilyPage id={id} title={say.title} lead={name} action={action}>
      {scores.series.length === 0 ? <Empty title={say.emptyTitle}>{may && <p>{say.empty}</p>}</Empty> : <Measured scores={scores} />}
    </FamilyPage>
  );
}

function Measured({ scores }: { scores: Scores }) {
  const { scores: say } = useText();
  const people = [...new Set(scores.series.map(({ memberId }) => memberId ?? WHOLE_FAMILY))].toSorted();
  const [about, setAbout] = useState(people[0] ?? WHOLE_FAMILY);
  const nameOf = (id: string) => scores.members.find((member) => member.id === id)?.name ?? say.family;
  const series = scores.series.filter(({ memberId }) => (memberId ?? WHOLE_FAMILY) === about);
  const span = spanOf(series);
  return (
    <>
      {people.length > 1 && (
        <div className="filters">
          <Choice label={say.about} value={about} options={people.map((id) => [id, nameOf(id)])} onChange={setAbout} />
        </div>
      )}
      <section className="stack" aria-labelledby="tekening">
        <h2 id="tekening">{people.length > 1 || about !== WHOLE_FAMILY ? `${say.picture}: ${nameOf(about)}` : say.picture}</h2>
        <p className="quiet">{say.legend}</p>
        <div className="scores">
          {byDomain(series, scores.scales.at(-1)?.domains ?? []).map((views) => (
            <DomainPart key={views[0]?.domain} scores={scores} series={views} span={span} />
          ))}
        </div>
      </section>
      <div className="folds">
        <Fold title={say.table}>
          <ScoreTable scores={scores} nameOf={nameOf} />
        </Fold>
        <Fold title={say.history} count={scores.rounds.length}>
          <RoundLines scores={scores} nameOf={nameOf} />
        </Fold>
      </div>
    </>
  );
}
