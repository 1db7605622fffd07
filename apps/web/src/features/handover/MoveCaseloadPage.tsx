import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { MoveCaseloadForm } from './MoveCaseloadForm.js';
import { type CaseloadOf, caseloadQuery, type FamilyToMove, type MovedFamily } from './queries.js';

const route = getRouteApi('/in/team/caseload/$userId/verplaatsen');

/** Somebody leaves: a new regisseur for each family, and how far that is. */
export function MoveCaseloadPage() {
  const { moveCaseload: say, caseload, common } = useText();
  const { userId } = route.useParams();
  return (
    <LoadedPage query={useQuery(caseloadQuery(userId))}>
      {(data) => (
        <Page title={say.title(data.regisseur.name)} tabTitle={say.tab} lead={say.lead} back={<Link to="/team/caseload">{`← ${common.back}: ${caseload.title}`}</Link>}>
          <Moving data={data} />
        </Page>
      )}
    </LoadedPage>
  );
}

function Moving({ data }: { data: CaseloadOf }) {
  const { moveCaseload: say } = useText();
  const [moved, setMoved] = useState<readonly MovedFamily[]>([]);
  const running = data.families.filter(({ handover }) => handover !== null);
  const left = data.families.filter(({ handover }) => handover === null);
  if (data.families.length === 0 && data.elsewhere === 0) return <p>{say.none}</p>;
  return (
    <>
      <div className="stack-s">
        <p>{say.progress(running.length, data.families.length)}</p>
        <progress className="band" max={Math.max(1, data.families.length)} value={running.length} aria-label={say.progress(running.length, data.families.length)} />
        <p className="small quiet">{say.keep}</p>
        {data.elsewhere > 0 && <p className="note note--calm">{say.elsewhere(data.elsewhere)}</p>}
      </div>
      <Refused moved={moved} families={data.families} />
      <section className="stack" aria-labelledby="te-verplaatsen">
        <h2 id="te-verplaatsen">{say.toMove}</h2>
        {/* What was planned leaves the list: the form starts anew with what is left. */}
        {left.length === 0 ? <p>{say.nothingToMove}</p> : <MoveCaseloadForm key={left.length} data={data} families={left} onMoved={setMoved} />}
      </section>
      {running.length > 0 && <Running families={running} />}
    </>
  );
}

function Refused({ moved, families }: { moved: readonly MovedFamily[]; families: readonly FamilyToMove[] }) {
  const { moveCaseload: say } = useText();
  const refused = moved.filter(({ outcome }) => outcome === 'refused');
  const nameOf = (id: string) => families.find(({ householdId }) => householdId === id)?.name ?? '';
  if (refused.length === 0) return null;
  return (
    <section className="note" aria-labelledby="niet-gelukt">
      <h2 id="niet-gelukt">{say.refused}</h2>
      <ul className="bulleted">
        {refused.map(({ householdId, message }) => (
          <li key={householdId}>
            {nameOf(householdId)}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Running({ families }: { families: readonly FamilyToMove[] }) {
  const { moveCaseload: say } = useText();
  return (
    <section className="stack" aria-labelledby="gevraagd">
      <h2 id="gevraagd">{say.running}</h2>
      <ul className="lines">
        {families.map(({ householdId, name, caseNumber, handover }) => (
          <li key={householdId}>
            <div className="line__main">
              <Link className="line__title" to="/gezinnen/$id/overdracht" params={{ id: householdId }}>
                {name}
              </Link>
              {handover && <Word tone="open">{say.states[handover.state]}</Word>}
            </div>
            {handover && (
              <p className="small quiet">
                {caseNumber} · {say.to(handover.successor.name)}
                {(handover.state === 'proposed' || handover.state === 'accepted') && (
                  <>
                    {' '}
                    · {say.talk} <When date={handover.talkOn} />
                  </>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
