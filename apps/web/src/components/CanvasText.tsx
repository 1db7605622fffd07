import type { CanvasContent } from '../api/types.js';
import { useText } from '../i18n/index.js';
import { When } from '../time/When.js';
import { Facts } from './Facts.js';
import { writeEuro } from './money.js';

/** A canvas to read, for who does not write it. */
export function CanvasText({ canvas }: { canvas: CanvasContent }) {
  const { canvas: say } = useText();
  const amount = (value: number | null) => (value === null ? null : writeEuro(value));
  return (
    <Facts
      facts={[
        [say.perspective, canvas.perspective],
        [say.obstacles, canvas.obstacles],
        [say.needed, canvas.needed],
        [say.ownContribution, canvas.ownContribution],
        [say.whoDoesWhat, canvas.whoDoesWhat],
        [say.whoPays, canvas.whoPays],
        [say.effect, canvas.legalRoom.effect],
        [say.basicValues, canvas.legalRoom.basicValues],
        [say.longTerm, canvas.legalRoom.longTerm],
        [say.law, canvas.legalRoom.law],
        [say.legitimacy, canvas.values.legitimacy],
        [say.involvement, canvas.values.involvement],
        [say.return, canvas.values.return],
        [say.muddlingOn, amount(canvas.costMuddlingOnCents)],
        [say.breakingThrough, amount(canvas.costBreakingThroughCents)],
        [say.reviewOn, canvas.reviewOn && <When key="review" date={canvas.reviewOn} />],
      ]}
    />
  );
}
