import type { ReactNode } from 'react';

/** Details that are there for who wants them. */
export function Fold({ title, count, open, children }: { title: string; count?: number; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>
        <h2>{title}</h2>
        {count !== undefined && <span className="quiet">{count}</span>}
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}
