import type { Messages } from '../../i18n/index.js';
import type { Handover } from './queries.js';

type Standing = keyof Messages['handover']['standing'];

export interface Step {
  readonly text: string;
  readonly standing: Standing;
}

const ORDER = ['proposed', 'accepted', 'talk-held', 'confirmed-by-one', 'done'] as const;

/** The way of a hand-over as people walk it, each with where it stands. */
export function stepsOf(handover: Handover, say: Messages['handover']): readonly Step[] {
  const { regisseur, successor, state, talk, regisseurConfirmed, successorConfirmed } = handover;
  const far = ORDER.indexOf(state as (typeof ORDER)[number]);
  const standing = (done: boolean, isNow: boolean): Standing => (done ? 'done' : far === 4 ? 'skipped' : isNow ? 'now' : 'later');
  return [
    { text: say.step.asked(successor.name), standing: 'done' },
    { text: say.step.accepted(successor.name), standing: standing(far >= 1, far === 0) },
    { text: say.step.talk, standing: standing(talk !== null, far === 1) },
    { text: say.step.confirms(regisseur.name), standing: standing(regisseurConfirmed, far === 2 || far === 3) },
    { text: say.step.confirms(successor.name), standing: standing(successorConfirmed, far === 2 || far === 3) },
    { text: say.step.done(successor.name), standing: far === 4 ? 'done' : 'later' },
  ];
}

/** What comes next, and whose turn it is. */
export function nextOf(handover: Handover, say: Messages['handover']): { text: string; who: string } {
  const { regisseur, successor, state, talk, urgentReason, regisseurConfirmed, successorConfirmed } = handover;
  switch (state) {
    case 'proposed':
      return { text: say.next.answer, who: successor.name };
    case 'accepted':
      return { text: say.next.talk, who: regisseur.name };
    case 'talk-held':
    case 'confirmed-by-one': {
      const waiting = [regisseurConfirmed ? '' : regisseur.name, successorConfirmed ? '' : successor.name].filter(Boolean);
      return { text: say.next.confirm, who: waiting.length === 2 ? say.next.both(regisseur.name, successor.name) : (waiting[0] ?? '') };
    }
    case 'done':
      return talk === null && urgentReason !== null ? { text: say.next.owed, who: successor.name } : { text: say.next.done, who: '' };
    case 'cancelled':
      return { text: say.next.cancelled, who: '' };
    case 'declined':
      return { text: say.next.declined, who: '' };
  }
}
