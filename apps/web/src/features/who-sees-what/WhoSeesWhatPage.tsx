import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useHasRole } from '../../api/session.js';
import { type Matrix, matrixQuery } from '../../api/sharing.js';
import { Button } from '../../components/amsterdam.js';
import { Empty } from '../../components/Empty.js';
import { LoadedPage } from '../../components/Loaded.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { useText } from '../../i18n/index.js';
import { SharingTable } from './SharingTable.js';

const route = getRouteApi('/in/gezinnen/$id/wie-ziet-wat');

export function WhoSeesWhatPage() {
  const { id } = route.useParams();
  const query = useQuery(matrixQuery(id));
  return <LoadedPage query={query}>{(matrix) => <WhoSeesWhat id={id} matrix={matrix} />}</LoadedPage>;
}

function WhoSeesWhat({ id, matrix }: { id: string; matrix: Matrix }) {
  const { whoSeesWhat: say } = useText();
  return (
    <FamilyPage
      id={id}
      wide
      title={say.title(matrix.householdName)}
      tabTitle={say.tab}
      lead={say.lead}
      action={matrix.columns.length > 0 && <Button type="button" variant="secondary" onClick={() => window.print()}>{say.print}</Button>}
    >
      {matrix.columns.length === 0 ? (
        <Empty title={say.emptyTitle}>
          <p>{say.empty}</p>
        </Empty>
      ) : (
        <>
          <SharingTable id={id} matrix={matrix} />
          <InSentences matrix={matrix} />
        </>
      )}
      <NextSteps id={id} />
    </FamilyPage>
  );
}

/** The same once more as text: to read aloud, to print, and for who does not compare. */
function InSentences({ matrix }: { matrix: Matrix }) {
  const { whoSeesWhat: say } = useText();
  return (
    <section className="stack" aria-labelledby="in-sentences">
      <h2 id="in-sentences">{say.inSentences}</h2>
      <ul className="bulleted">
        {matrix.columns.map(({ organisation, sentence }) => (
          <li key={organisation.id}>{sentence}</li>
        ))}
      </ul>
      <p className="quiet">{say.othersNothing}</p>
    </section>
  );
}

function NextSteps({ id }: { id: string }) {
  const { whoSeesWhat: say } = useText();
  const works = useHasRole('regisseur', 'case-worker');
  if (!works) return null;
  return (
    <p className="row no-print">
      <Link to="/gezinnen/$id/grondslag" params={{ id }}>
        {say.addBasis}
      </Link>
      <Link to="/gezinnen/$id/toestemming" params={{ id }}>
        {say.withdraw}
      </Link>
    </p>
  );
}
