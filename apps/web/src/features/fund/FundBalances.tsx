import { useQuery } from '@tanstack/react-query';
import { fundsQuery } from '../../api/household.js';
import type { Fund } from '../../api/types.js';
import { writeEuro } from '../../components/money.js';
import { useText } from '../../i18n/index.js';

/** Only for who may see the money; others see the list of requests. */
export function FundBalances() {
  const { data } = useQuery(fundsQuery);
  const open = (data ?? []).filter((fund) => typeof fund.availableCents === 'number');
  if (open.length === 0) return null;
  return (
    <div className="stack">
      {open.map((fund) => (
        <Balance key={fund.id} fund={fund} />
      ))}
    </div>
  );
}

function Balance({ fund }: { fund: Fund }) {
  const { fund: say } = useText();
  const ceiling = fund.ceilingCents ?? 0;
  const parts = [
    [say.available, fund.availableCents],
    [say.reserved, fund.reservedCents],
    [say.committed, fund.committedCents],
    [say.paid, fund.paidCents],
    [say.ceiling, ceiling],
  ] as const;
  return (
    <section className="sheet" aria-label={fund.name}>
      <h2>{fund.name}</h2>
      <dl className="sums">
        {parts.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{writeEuro(amount ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
