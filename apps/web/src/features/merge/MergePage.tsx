import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FamilyPage } from '../../components/FamilyPage.js';
import { Loaded } from '../../components/Loaded.js';
import { useText } from '../../i18n/index.js';
import { Compare } from './Compare.js';
import { FindOther } from './FindOther.js';
import { PastMerges } from './PastMerges.js';
import { comparisonQuery, mergesQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/samenvoegen');

export function MergePage() {
  const { merging: say } = useText();
  const { id } = route.useParams();
  const { met } = route.useSearch();
  const merges = useQuery(mergesQuery(id));
  return (
    <FamilyPage id={id} task wide title={say.title} lead={merges.data?.household.name}>
      {met ? (
        <Comparison id={id} otherId={met} />
      ) : (
        <Loaded query={merges}>
          {(data) => (
            <>
              <p>{say.lead}</p>
              <FindOther id={id} candidates={data.candidates} />
              <PastMerges id={id} merges={data} />
            </>
          )}
        </Loaded>
      )}
    </FamilyPage>
  );
}

function Comparison({ id, otherId }: { id: string; otherId: string }) {
  return <Loaded query={useQuery(comparisonQuery(id, otherId))}>{(data) => <Compare key={`${id}.${otherId}`} data={data} />}</Loaded>;
}
