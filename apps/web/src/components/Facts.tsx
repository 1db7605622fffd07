import { Fragment, type ReactNode } from 'react';

/** Label and value under each other; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="preserve">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
