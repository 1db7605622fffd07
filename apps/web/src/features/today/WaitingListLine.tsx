import { Link } from '@tanstack/react-router';
import type { Today } from '../../api/types.js';
import { PrimaryLink } from '../../components/links.js';
import { useText } from '../../i18n/index.js';

interface WaitingListLineProps {
  waiting: NonNullable<Today['waitingList']>;
  /** Nothing else asks for attention today. */
  alone?: boolean;
}

export function WaitingListLine({ waiting, alone = false }: WaitingListLineProps) {
  const { today, waitingList } = useText();
  return (
    <section className={alone ? 'next' : 'sheet'} aria-labelledby="waiting">
      <h2 id="waiting" className={alone ? 'next__label small' : undefined}>
        {waitingList.title}
      </h2>
      <p className={alone ? 'next__text' : undefined}>{today.waiting(waiting.count, waiting.urgentCount, waiting.longestDays)}</p>
      <p>
        {alone ? <PrimaryLink to="/wachtlijst">{today.toWaitingList}</PrimaryLink> : <Link to="/wachtlijst">{today.toWaitingList}</Link>}
      </p>
    </section>
  );
}
