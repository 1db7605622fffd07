import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../components/Empty.js';
import { Facts } from '../../components/Facts.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { backupsQuery } from './queries.js';

/** Whom I back up: the buddy, and whom I call about the family. Of the family nothing. */
export function BackupsPage() {
  const { people: say, time } = useText();
  return (
    <Page title={say.backupsTitle} lead={say.backupsLead}>
      <Loaded query={useQuery(backupsQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say.backupsNone} />
          ) : (
            <ul className="lines">
              {items.map((one) => (
                <li key={one.id}>
                  <div className="line__main">
                    <span className="line__title">{one.name}</span>
                    <span className="quiet">{say.network[one.kind]}</span>
                  </div>
                  <Facts facts={[[say.phone, one.phone], [say.email, one.email], [say.since, sayExactDay(one.since, time)], [say.until, one.until && sayExactDay(one.until, time)], [say.regisseur, one.regisseur]]} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
