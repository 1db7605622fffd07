import type { Canvas, CanvasBody, CanvasContent } from '../../api/types.js';
import { missing, type Errors } from '../../components/form/index.js';
import { asInput, readEuro } from '../../components/money.js';
import type { Messages } from '../../i18n/index.js';

/** The canvas as it is typed: amounts are still text. */
export type CanvasDraft = Omit<CanvasContent, 'costMuddlingOnCents' | 'costBreakingThroughCents' | 'reviewOn'> & {
  costMuddlingOnCents: string;
  costBreakingThroughCents: string;
  reviewOn: string;
};

export const emptyCanvas: CanvasDraft = {
  perspective: '',
  obstacles: '',
  needed: '',
  ownContribution: '',
  whoDoesWhat: '',
  whoPays: '',
  legalRoom: { effect: '', basicValues: '', longTerm: '', law: '' },
  values: { legitimacy: '', involvement: '', return: '' },
  costMuddlingOnCents: '',
  costBreakingThroughCents: '',
  reviewOn: '',
};

export const draftOf = ({
  perspective,
  obstacles,
  needed,
  ownContribution,
  whoDoesWhat,
  whoPays,
  legalRoom,
  values,
  ...rest
}: Canvas): CanvasDraft => ({
  ...{ perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values },
  costMuddlingOnCents: asInput(rest.costMuddlingOnCents),
  costBreakingThroughCents: asInput(rest.costBreakingThroughCents),
  reviewOn: rest.reviewOn ?? '',
});

export function checkCanvas(draft: CanvasDraft, text: Messages): Errors {
  const amounts = (['costMuddlingOnCents', 'costBreakingThroughCents'] as const)
    .filter((name) => draft[name] !== '' && readEuro(draft[name]) === undefined)
    .map((name) => [name, '', text.forms.wrongAmount] as const);
  const { required } = text.canvas;
  return missing(['perspective', draft.perspective, required.perspective], ['obstacles', draft.obstacles, required.obstacles], ...amounts);
}

const amountOf = (typed: string): number | undefined => (typed === '' ? undefined : readEuro(typed));

export const bodyOf = (draft: CanvasDraft): CanvasBody => ({
  ...draft,
  costMuddlingOnCents: amountOf(draft.costMuddlingOnCents),
  costBreakingThroughCents: amountOf(draft.costBreakingThroughCents),
  reviewOn: draft.reviewOn || undefined,
});
