import type { Round, Scores } from './queries.js';

/** The word of a step, on the scale that it was measured with. */
export const stepLabel = ({ scales }: Pick<Scores, 'scales'>, { scaleId }: Pick<Round, 'scaleId'>, step: number): string =>
  scales.find(({ id }) => id === scaleId)?.steps.find((one) => one.step === step)?.label ?? String(step);
