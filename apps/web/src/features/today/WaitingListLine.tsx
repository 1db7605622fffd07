import { Link } from '@tanstack/react-router';
import type { Today } from '../../api/types.js';
import { useText } from '../../i18n/index.js';

export function WaitingListLine({ waiting }: { waiting: NonNullable<Today['waitingList']> }) {
  const { today, waitingList } = useText();
  return (
    <section className="sheet" aria-labelledby="waiting">
      <h2 id="waiting">{waitingList.title}</h2>
      <p>{today.waiting(waiting.count, waiting.urgentCount, waiting.longestDays)}</p>
      <p>
        <Link to="/wachtlijst">{today.toWaitingList}</Link>
      </p>
    </section>
  );
}
