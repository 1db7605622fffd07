import { useEffect, type ReactNode } from 'react';
import { useHeadingFocus } from './page-focus.js';

interface PageProps {
  title: string;
  /** The name in the browser tab, where a family's name may not stand (history, shared screens). */
  tabTitle?: string;
  lead?: ReactNode;
  back?: ReactNode;
  nav?: ReactNode;
  action?: ReactNode;
  wide?: boolean;
  settled?: boolean;
  children?: ReactNode;
}

export function Page({ title, tabTitle, lead, back, nav, action, wide = false, settled = true, children }: PageProps) {
  const heading = useHeadingFocus(settled);
  const tab = tabTitle ?? title;
  useEffect(() => {
    document.title = `${tab} – Naast`;
  }, [tab]);
  return (
    <div className={wide ? 'page page--wide' : 'page'}>
      {back && <div className="page__back">{back}</div>}
      <header className="page__head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="page__lead">{lead}</p>}
        {action && <div className="page__action">{action}</div>}
      </header>
      {nav}
      {children}
    </div>
  );
}
