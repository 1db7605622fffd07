import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useMe } from '../../api/session.js';
import type { MyFile } from '../../api/types.js';
import { AccessLogLines } from '../../components/AccessLogLines.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

/** What a resident comes for: who helps me, and who saw my file. */
export function ResidentPage() {
  const { resident } = useText();
  const me = useMe();
  const query = useQuery({ queryKey: ['my-file'], queryFn: () => dataOf(api.GET('/v1/my-file')) });
  return (
    <Page title={`${resident.title}, ${me.user.name}`} tabTitle={resident.title} lead={resident.lead}>
      <Loaded query={query} bones={3}>
        {(file) =>
          file.people.length === 0 ? (
            <Empty title={resident.noFamily}>
              <p>{resident.noFamilyHelp}</p>
            </Empty>
          ) : (
            <>
              <Regisseur file={file} />
              <WhoSaw file={file} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Regisseur({ file: { regisseurs } }: { file: MyFile }) {
  const { resident } = useText();
  return (
    <section className="sheet stack" aria-labelledby="regisseur">
      <h2 id="regisseur">{regisseurs.length > 1 ? resident.regisseurs : resident.regisseur}</h2>
      {regisseurs.length === 0 && <p>{resident.noRegisseur}</p>}
      {regisseurs.map(({ name, organisation }) => (
        <p key={name}>
          <strong>{name}</strong>, {organisation}
        </p>
      ))}
      <p className="quiet">{resident.regisseurHelp}</p>
    </section>
  );
}

function WhoSaw({ file: { people } }: { file: MyFile }) {
  const { accessLog: say, resident } = useText();
  const pages = usePages(['access-log', 'mine'], (cursor) => dataOf(api.GET('/v1/access-log/mine', { params: { query: { cursor, limit: 50 } } })));
  const names = people.map(({ name, capacity }) => (capacity === 'self' ? name : `${name} (${resident.child})`));
  return (
    <section className="stack" aria-labelledby="log">
      <h2 id="log">{say.title}</h2>
      <p>{say.lead}</p>
      <p className="quiet">
        {resident.forWhom} {names.join(', ')}.
      </p>
      <p>
        <a className="button" href="/v1/access-log/mine.pdf" download>
          {say.download}
        </a>
      </p>
      <Loaded query={pages}>{({ items }) => <AccessLogLines items={items} level="h3" several={people.length > 1} />}</Loaded>
      <LoadMore pages={pages} />
      <p>{resident.wrong}</p>
    </section>
  );
}
