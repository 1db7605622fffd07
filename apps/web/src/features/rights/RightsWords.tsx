import type { RightsItem } from '../../api/types.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

type State = RightsItem['state'];
const over: readonly State[] = ['refused', 'carried-out', 'withdrawn'];

export function RightsStateWord({ state }: { state: State }) {
  const { rights: say } = useText();
  return <Word tone={over.includes(state) ? 'plain' : 'open'}>{say.states[state]}</Word>;
}

/** 'nog 12 dagen', as long as the month runs; the day itself on hover. */
export function Term({ request }: { request: RightsItem }) {
  const { rights: say, time } = useText();
  const { state, daysLeft, answerBy } = request;
  const running = state === 'received' || state === 'identity-check' || state === 'in-progress';
  const day = sayExactDay(answerBy, time);
  if (!running) return <time dateTime={answerBy}>{day}</time>;
  return (
    <time dateTime={answerBy} title={day} className={daysLeft < 0 ? 'late' : undefined}>
      {daysLeft < 0 ? say.tooLate(-daysLeft) : say.daysLeft(daysLeft)}
    </time>
  );
}
