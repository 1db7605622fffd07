import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { UploadForm } from './UploadForm.js';

export function ImportPage() {
  const { imports, common, waitingList } = useText();
  return (
    <Page title={imports.title} lead={imports.lead} back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}>
      <UploadForm />
      <EarlierImports />
    </Page>
  );
}

function EarlierImports() {
  const { imports } = useText();
  const query = useQuery({ queryKey: ['imports'], queryFn: () => dataOf(api.GET('/v1/intake-imports')) });
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">{imports.earlier}</h2>
      <Loaded query={query} bones={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{imports.noEarlier}</p>
          ) : (
            <ul className="lines">
              {items.map((item) => (
                <li key={item.id}>
                  <Link className="line__title" to="/wachtlijst/importeren/$id" params={{ id: item.id }}>
                    {item.fileName}
                  </Link>
                  <p className="small quiet">
                    <When date={item.importedAt} /> · {imports.summary(item.takenRows, item.rowCount)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
