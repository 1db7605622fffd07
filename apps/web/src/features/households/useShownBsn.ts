import { useCallback, useEffect, useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { BsnReason } from '../../api/types.js';

type Shown = { bsn: string; hideAfterSeconds: number };

/**
 * A BSN that somebody asked for. It lives in this component and nowhere else: no query cache, no address, no storage. It goes
 * when its time is over, and when the reader leaves the page or the tab.
 */
export function useShownBsn(householdId: string, memberId: string, whenHidden: () => void) {
  const [shown, setShown] = useState<Shown>();
  const hide = useCallback(() => {
    setShown(undefined);
    whenHidden();
  }, [whenHidden]);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(hide, shown.hideAfterSeconds * 1000);
    const away = () => document.hidden && hide();
    document.addEventListener('visibilitychange', away);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', away);
    };
  }, [shown, hide]);
  const show = async (reason: BsnReason) => {
    const path = { id: householdId, memberId };
    setShown(await dataOf(api.POST('/v1/households/{id}/members/{memberId}/bsn-reveal', { params: { path }, body: { reason } })));
  };
  return { shown, show, hide };
}
