import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { catalogueQuery } from '../../api/records.js';
import { useHasRole } from '../../api/session.js';
import type { BasisRule, DataCategory } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { Fold } from '../../components/Fold.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { SwitchForm } from './SwitchForm.js';

export function CataloguePage() {
  const { catalogue: say, privacy } = useText();
  const query = useQuery(catalogueQuery);
  const officer = useHasRole('privacy-officer');
  return (
    <Page title={say.title} lead={say.lead} back={officer && <Link to="/privacy">{`← ${privacy.title}`}</Link>}>
      <Loaded query={query}>
        {(rules) => (
          <>
            {officer && (
              <div className="folds">
                <Fold title={say.change}>
                  <SwitchForm rules={rules} />
                </Fold>
              </div>
            )}
            <ul className="lines">
              {rules.map((rule) => (
                <li key={rule.code}>
                  <RuleLine rule={rule} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function RuleLine({ rule }: { rule: BasisRule }) {
  const { catalogue: say, words } = useText();
  const { article, law, type, enabled, explanation, purposes, dataCategories, organisationKinds, maxMonths, mayIncludeBsn, secrecyCategories, switchedBy, switchReason } = rule;
  const named = (categories: readonly string[]) => categories.map((category) => words.category[category as DataCategory]).join(', ');
  return (
    <div className="stack-s">
      <div className="line__main">
        <h2 className="line__title">
          {words.basisType[type]}: {law} <span className="quiet">({article})</span>
        </h2>
        <Word tone={enabled ? 'open' : 'plain'}>{enabled ? say.on : say.off}</Word>
      </div>
      <p>{explanation}</p>
      <Facts
        facts={[
          [say.purposes, purposes.length > 0 ? purposes.join('; ') : say.ownPurpose],
          [say.allows, named(dataCategories)],
          [say.forWhom, organisationKinds.map((kind) => say.kinds[kind]).join(', ')],
          [say.longest, say.months(maxMonths)],
          [say.bsn, mayIncludeBsn ? say.bsnYes : say.bsnNo],
          [say.secrecy, named(secrecyCategories)],
        ]}
      />
      {switchedBy && <p className="quiet small">{say.switched(switchedBy, switchReason ?? '')}</p>}
    </div>
  );
}
