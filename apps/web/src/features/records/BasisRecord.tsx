import { Link } from '@tanstack/react-router';
import type { DataCategory, Dossier, LegalBasis } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { RecordFacts } from './RecordFacts.js';

export function BasisRecord({ household, basis }: { household: Dossier; basis: LegalBasis }) {
  const { records: say, words } = useText();
  const to = { params: { id: household.id, basisId: basis.id } };
  const about = <span className="visually-hidden">: {`${basis.toOrganisation.name}, ${basis.memberName}`}</span>;
  const can = (action: string) => household.allowedActions.includes('record-legal-basis') && basis.allowedActions.includes(action);
  return (
    <RecordFacts
      household={household}
      heading={basis.toOrganisation.name}
      record={basis}
      more={[
        [words.basisType[basis.type], basis.article],
        [say.shared, basis.dataCategories.map((category) => words.category[category as DataCategory]).join(', ')],
        [say.goal, basis.purpose],
      ]}
    >
      <p className="row">
        {can('renew') && (
          <Link to="/gezinnen/$id/toestemming/$basisId/vernieuwen" {...to}>
            {basis.state === 'active' ? say.renew : say.again}
            {about}
          </Link>
        )}
        {can('withdraw') && (
          <Link to="/gezinnen/$id/toestemming/$basisId/intrekken" {...to}>
            {say.withdraw}
            {about}
          </Link>
        )}
      </p>
    </RecordFacts>
  );
}
