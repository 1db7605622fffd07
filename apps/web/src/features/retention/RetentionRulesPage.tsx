import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText, type Messages } from '../../i18n/index.js';
import { ChangeTermForm } from './ChangeTermForm.js';
import type { RetentionRule, Term } from './types.js';

export function RetentionRulesPage() {
  const { retention, privacy } = useText();
  const say = retention.rules;
  const query = useQuery({ queryKey: ['retention-rules'], queryFn: () => dataOf(api.GET('/v1/retention-rules')) });
  return (
    <Page wide title={say.title} lead={say.lead} back={<Link to="/privacy">{`← ${privacy.title}`}</Link>}>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <Rules title={say.families} help={say.familiesHelp} rules={items.filter(({ ofFamilies }) => ofFamilies)} />
            <Rules title={say.other} help={say.otherHelp} rules={items.filter(({ ofFamilies }) => !ofFamilies)} />
            <div className="folds">
              <Fold title={say.changeOne}>
                <ChangeTermForm rules={items.filter(({ allowedActions }) => allowedActions.includes('change'))} />
              </Fold>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rules({ title, help, rules }: { title: string; help: string; rules: readonly RetentionRule[] }) {
  const say = useText().retention.rules;
  const columns: Column<RetentionRule>[] = [
    { label: say.kind, cell: ({ name }) => name },
    { label: say.term, cell: (rule) => <TermOf rule={rule} /> },
    { label: say.from, cell: ({ start }) => start },
    { label: say.source, cell: ({ source }) => <span className="small">{source}</span> },
  ];
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p>{help}</p>
      <DataTable caption={title} columns={columns} rows={rules} keyOf={({ code }) => code} />
    </section>
  );
}

function TermOf({ rule: { term, defaultTerm, changedBy, reason } }: { rule: RetentionRule }) {
  const say = useText().retention.rules;
  return (
    <span className="stack-s">
      <strong>{sayTerm(term, say)}</strong>
      {changedBy && (
        <span className="quiet small">
          {say.changed(changedBy)}. {say.default(sayTerm(defaultTerm, say))}. {reason}
        </span>
      )}
    </span>
  );
}

export function sayTerm(term: Term | null, say: Messages['retention']['rules']): string {
  if (!term) return say.forGood;
  return term.count === 0 ? say.atOnce : say[term.unit](term.count);
}
