import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { SharingPreview as Preview } from '../../api/types.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Share } from './shares.js';

interface SharingPreviewProps {
  householdId: string;
  toOrganisationId: string;
  shares: Share[];
}

/** Asked anew with every tick: what the other will see, and what may not be shared yet. */
export function SharingPreview({ householdId, toOrganisationId, shares }: SharingPreviewProps) {
  const { referralNew: say } = useText();
  const body = { toOrganisationId, shares };
  const query = useQuery({
    queryKey: ['sharing-preview', householdId, body],
    queryFn: () => dataOf(api.POST('/v1/households/{id}/sharing-preview', { params: { path: { id: householdId } }, body })),
    enabled: toOrganisationId !== '' && shares.length > 0,
    placeholderData: keepPreviousData,
  });
  const preview = query.isEnabled ? query.data : undefined;
  return (
    <section className="sheet" aria-live="polite" aria-labelledby="preview">
      <h2 id="preview">{say.preview}</h2>
      {query.isEnabled && query.error && <Problem error={query.error} retry={query.refetch} />}
      {preview ? <p>{preview.sentence}</p> : !query.error && <p className="quiet">{say.previewEmpty}</p>}
      {preview && <Covered covered={preview.covered} />}
      {preview && preview.missing.length > 0 && (
        <Missing householdId={householdId} toOrganisationId={toOrganisationId} missing={preview.missing} />
      )}
    </section>
  );
}

function Covered({ covered }: { covered: Preview['covered'] }) {
  const { words, common } = useText();
  return (
    <ul className="bulleted">
      {covered.map((one) => (
        <li key={`${one.memberId}-${one.category}`}>
          {one.memberName}: {words.category[one.category].toLowerCase()}{' '}
          <span className="small quiet">
            ({common.until} <When date={one.until} />)
          </span>
        </li>
      ))}
    </ul>
  );
}

function Missing({
  householdId,
  toOrganisationId,
  missing,
}: {
  householdId: string;
  toOrganisationId: string;
  missing: Preview['missing'];
}) {
  const { referralNew: say } = useText();
  // An agreement, a release or a restriction is not solved by another basis.
  const solvable = missing.find(({ reason }) => reason === 'no-basis');
  return (
    <div className="note">
      <h3>{say.missing}</h3>
      <ul className="bulleted">
        {missing.map((one) => (
          <li key={`${one.memberId}-${one.category}`}>{one.message}</li>
        ))}
      </ul>
      {solvable && (
        <Link
          to="/gezinnen/$id/grondslag"
          params={{ id: householdId }}
          search={{ lid: solvable.memberId, organisatie: toOrganisationId, terug: 'verwijzing' }}
        >
          {say.recordBasis}
        </Link>
      )}
    </div>
  );
}
