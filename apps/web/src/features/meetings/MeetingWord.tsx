import { Word } from '../../components/Word.js';
import { useText, type Messages } from '../../i18n/index.js';

type MeetingState = keyof Messages['meeting']['states'];

export function MeetingWord({ state }: { state: MeetingState }) {
  return <Word tone={state === 'planned' ? 'open' : state === 'held' ? 'warm' : 'plain'}>{useText().meeting.states[state]}</Word>;
}
