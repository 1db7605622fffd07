import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { TeamBoard } from '../../api/types.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { RegisseursTable } from './RegisseursTable.js';

export function TeamBoardPage() {
  const { board } = useText();
  const query = useQuery({ queryKey: ['team-board'], queryFn: () => dataOf(api.GET('/v1/team-board')) });
  return (
    <Page wide title={board.title} lead={board.lead}>
      <Loaded query={query} bones={8}>
        {(team) => (
          <div className="stack-l">
            <Escalations escalations={team.escalations} />
            <Waiting waiting={team.waiting} />
            <Proposals proposals={team.proposals} />
            <Regisseurs regisseurs={team.regisseurs} />
          </div>
        )}
      </Loaded>
      <nav className="also" aria-label={board.title}>
        <Link to="/gezinnen">{board.toFamilies}</Link>
        <Link to="/gezinnen" search={{ status: 'scaled-up' }}>
          {board.toScaledUp}
        </Link>
        <Link to="/team/caseload">{board.toCaseloads}</Link>
        <Link to="/waarneming">{board.toSubstitution}</Link>
      </nav>
    </Page>
  );
}

function Escalations({ escalations }: { escalations: TeamBoard['escalations'] }) {
  const { board } = useText();
  return (
    <section className="stack" aria-labelledby="escalations">
      <h2 id="escalations">{board.escalations}</h2>
      {escalations.length === 0 && <p className="quiet">{board.escalationsEmpty}</p>}
      <ul className="lines">
        {escalations.map(({ escalationId, householdId, householdName, asked, answerBy, late }) => (
          <li key={escalationId}>
            <div className="line__main">
              <Link className="line__title" to="/gezinnen/$id/afschalen" params={{ id: householdId }}>
                {asked}
              </Link>
              <span className="small">
                <When date={answerBy} late={late} />
              </span>
            </div>
            <p className="small quiet">{householdName}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ waiting: { count, urgentCount, longestDays } }: { waiting: TeamBoard['waiting'] }) {
  const { board } = useText();
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{board.waiting}</h2>
      {count === 0 ? (
        <p>{board.nobodyWaits}</p>
      ) : (
        <dl className="sums">
          <div>
            <dt>{board.count}</dt>
            <dd>{count}</dd>
          </div>
          <div>
            <dt>{board.urgent}</dt>
            <dd>{urgentCount}</dd>
          </div>
          <div>
            <dt>{board.longest}</dt>
            <dd>{board.days(longestDays)}</dd>
          </div>
        </dl>
      )}
      <Link to="/wachtlijst">{board.toWaitingList}</Link>
    </section>
  );
}

function Proposals({ proposals }: { proposals: TeamBoard['proposals'] }) {
  const { board } = useText();
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">{board.proposals}</h2>
      {proposals.length === 0 && <p className="quiet">{board.proposalsEmpty}</p>}
      <ul className="lines">
        {proposals.map(({ householdId, name, caseNumber, regisseur, proposedAt }) => (
          <li key={householdId}>
            <div className="line__main">
              <Link className="line__title" to="/gezinnen/$id" params={{ id: householdId }}>
                {name}
              </Link>
              <span className="small quiet">{caseNumber}</span>
            </div>
            <p className="small quiet">
              {board.askedOf(regisseur)}, <When date={proposedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Regisseurs({ regisseurs }: { regisseurs: TeamBoard['regisseurs'] }) {
  const { board } = useText();
  return (
    <section className="stack" aria-labelledby="regisseurs">
      <h2 id="regisseurs">{board.regisseurs}</h2>
      {regisseurs.length === 0 ? <p className="quiet">{board.regisseursEmpty}</p> : <RegisseursTable rows={regisseurs} />}
      <p className="small quiet">{board.late}</p>
    </section>
  );
}
