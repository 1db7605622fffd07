import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { FamilyPeople, RevealedAddress } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { Facts } from '../../components/Facts.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

type Written = Pick<RevealedAddress['address'], 'postcode' | 'houseNumber' | 'suffix' | 'city'> & { neighbourhood?: string | null };

const written = ({ postcode, houseNumber, suffix, city, neighbourhood }: Written): string =>
  [`${postcode ?? ''} ${houseNumber ?? ''}${suffix ?? ''}`.trim(), [city, neighbourhood && `(${neighbourhood})`].filter(Boolean).join(' ')].filter(Boolean).join(', ');

export function AddressPart({ family }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const { household: { id }, address, past, allowedActions } = family;
  return (
    <section className="stack" aria-labelledby="adres">
      <h2 id="adres">{say.address}</h2>
      {address.protected ? <Hidden family={family} /> : <Lived address={address as Written} past={past} />}
      {allowedActions.includes('keep-people') && (
        <p className="no-print">
          <Link to="/gezinnen/$id/mensen/adres" params={{ id }}>
            {say.move}
          </Link>
        </p>
      )}
    </section>
  );
}

function Lived({ address, past }: { address: Written; past: readonly (Written & { untilOn: string })[] }) {
  const { people: say, time } = useText();
  const before = past.map((one) => `${written(one)}, ${say.pastUntil(sayExactDay(one.untilOn, time))}`).join('\n');
  return <Facts facts={[[say.address, written(address)], [say.past, before]]} />;
}

/** Not read along with the page, and gone again with it: looking is asked for, and noted. */
function Hidden({ family: { household: { id }, allowedActions } }: { family: FamilyPeople }) {
  const { people: say } = useText();
  const asking = useMutation({ gcTime: 0, mutationFn: () => dataOf(api.POST('/v1/households/{id}/address/reveal', { params: { path: { id } } })) });
  if (asking.data) {
    return (
      <div className="no-print">
        <Lived address={asking.data.address} past={asking.data.past} />
      </div>
    );
  }
  return (
    <>
      <p>{say.addressHidden}</p>
      {asking.error && <Problem error={asking.error} />}
      {allowedActions.includes('reveal-address') && (
        <div className="actions">
          <Button variant="secondary" disabled={asking.isPending} onClick={() => asking.mutate()}>
            {say.reveal}
          </Button>
          <span className="small quiet">{say.revealHelp}</span>
        </div>
      )}
    </>
  );
}
