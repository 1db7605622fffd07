import type { Canvas } from '../../api/types.js';
import { FieldLink } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

/** Nothing has to be filled in at once; this leads to what the fund will ask for. */
export function StillMissing({ missing }: { missing: Canvas['missing'] }) {
  const { canvas: say } = useText();
  if (missing.length === 0) return null;
  const questions: Record<string, string> = {
    perspective: say.perspective,
    obstacles: say.obstacles,
    needed: say.needed,
    costMuddlingOnCents: say.muddlingOn,
    costBreakingThroughCents: say.breakingThrough,
  };
  return (
    <div className="note">
      <h2>{say.missing}</h2>
      <ul className="bulleted">
        {missing.map(({ field, message }) => (
          <li key={field}>
            <FieldLink name={field}>{questions[field] ?? message}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
