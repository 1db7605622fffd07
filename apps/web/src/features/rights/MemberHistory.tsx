import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { historyQuery } from './queries.js';

/** What it was before, and what the person has to say about what was not corrected. */
export function MemberHistory({ householdId, memberId }: { householdId: string; memberId: string }) {
  const { rights: say } = useText();
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{say.history}</h2>
      <Loaded query={useQuery(historyQuery(householdId, memberId))}>
        {({ items, ownStatements }) => (
          <>
            {ownStatements.map(({ rightsRequestId, text }) => (
              <blockquote key={rightsRequestId} className="preserve">
                <strong>{say.ownStatement}: </strong>
                {text}
              </blockquote>
            ))}
            {items.length === 0 && <p className="quiet">{say.historyEmpty}</p>}
            <ol className="story">
              {items.map(({ id, field, oldValue, newValue, reason, by, at }) => (
                <li key={id}>
                  <span>
                    {say.fields[field]}: {say.was(oldValue ?? say.empty, newValue ?? say.empty)}. {reason}
                  </span>
                  <span className="small quiet">
                    <When date={at} /> · {by}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </section>
  );
}
