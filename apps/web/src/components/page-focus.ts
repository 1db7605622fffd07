import { useEffect, useRef, type RefObject } from 'react';

let wanted = false;

/** After a navigation the reading position goes to the new heading, not to the top of the menu. */
export const wantHeadingFocus = (): void => {
  wanted = true;
};

export function useHeadingFocus(settled: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted) return;
    heading.current?.focus({ preventScroll: true });
    if (settled) wanted = false;
  }, [settled]);
  return heading;
}
