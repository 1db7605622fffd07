import type { SplitPreview } from '../../api/types.js';
import { useText } from '../../i18n/index.js';

/** Each yes was given for one purpose in one dossier: what is needed in the new one is asked there. */
export function AskAnew({ people }: { people: SplitPreview['members'] }) {
  const { splitting: say, merging } = useText();
  const bases = people.flatMap((member) => member.bases);
  if (bases.length === 0) return null;
  return (
    <section className="note">
      <p>{say.askAnew}</p>
      <ul>
        {bases.map(({ memberName, purpose, organisation }) => (
          <li key={`${memberName}.${purpose}.${organisation}`}>{merging.basis(memberName, purpose, organisation)}</li>
        ))}
      </ul>
    </section>
  );
}
