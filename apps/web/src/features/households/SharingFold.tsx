import { Link } from '@tanstack/react-router';
import type { Dossier } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';

/** What each organisation sees now, in the gate's own sentences; the matrix behind it says why. */
export function SharingFold({ dossier }: { dossier: Dossier }) {
  const { whoSeesWhat: say } = useText();
  // Who leads the team of a family that was scaled up reads the dossier; the matrix is for who works with the family.
  if (dossier.view !== 'involved') return null;
  return (
    <Fold title={say.tab}>
      <ul className="bulleted">
        {dossier.sharing.map(({ organisation, sentence }) => (
          <li key={organisation.id}>{sentence}</li>
        ))}
      </ul>
      <p className="quiet">{dossier.sharing.length === 0 ? say.empty : say.othersNothing}</p>
      <Link to="/gezinnen/$id/wie-ziet-wat" params={{ id: dossier.id }}>
        {say.link}
      </Link>
    </Fold>
  );
}
