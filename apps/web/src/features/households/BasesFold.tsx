import { Link } from '@tanstack/react-router';
import type { DataCategory, Dossier, LegalBasis } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** Who sees what, in one line each; the three records per person stand on their own page. */
export function BasesFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say, records } = useText();
  const active = dossier.legalBases.filter(({ state }) => state === 'active');
  return (
    <Fold title={say.bases} count={active.length}>
      <WhoSeesWhat dossier={dossier} />
      <p>
        <Link to="/gezinnen/$id/toestemming" params={{ id: dossier.id }}>
          {records.all}
        </Link>
      </p>
      {dossier.legalBases.length === 0 && <p className="quiet">{say.basesEmpty}</p>}
      <ul className="lines">
        {dossier.legalBases.map((basis) => (
          <BasisLine key={basis.id} dossier={dossier} basis={basis} />
        ))}
      </ul>
    </Fold>
  );
}

/** What each organisation sees now, in the gate's own sentences; the matrix behind it says why. */
function WhoSeesWhat({ dossier }: { dossier: Dossier }) {
  const { whoSeesWhat: say } = useText();
  // Who leads the team of a family that was scaled up reads the dossier; the matrix is for who works with the family.
  if (dossier.view !== 'involved') return null;
  return (
    <>
      <ul className="bulleted">
        {dossier.sharing.map(({ organisation, sentence }) => (
          <li key={organisation.id}>{sentence}</li>
        ))}
      </ul>
      <p className="quiet">{dossier.sharing.length === 0 ? say.empty : say.othersNothing}</p>
      <Link to="/gezinnen/$id/wie-ziet-wat" params={{ id: dossier.id }}>
        {say.link}
      </Link>
    </>
  );
}

function BasisLine({ dossier, basis }: { dossier: Dossier; basis: LegalBasis }) {
  const { words, common, dossier: say, records } = useText();
  const review = basis.reviewDueOn && basis.state === 'active';
  const mayEnd = dossier.allowedActions.includes('record-legal-basis') && basis.allowedActions.includes('withdraw');
  return (
    <li>
      <div className="line__main">
        <span className="line__title">
          {basis.toOrganisation.name}: {basis.memberName}
        </span>
        {review ? <Word tone="warm">{records.review}</Word> : <Word tone={basis.state === 'active' ? 'open' : 'plain'}>{words.basisState[basis.state]}</Word>}
      </div>
      <p>{basis.explanation}</p>
      <p className="small quiet">
        {words.basisType[basis.type]}, {basis.article} ·{' '}
        {basis.dataCategories.map((category) => words.category[category as DataCategory]).join(', ')} · {common.until}{' '}
        <When date={basis.validUntil} />
      </p>
      {mayEnd && (
        <p>
          <Link to="/gezinnen/$id/toestemming/$basisId/intrekken" params={{ id: dossier.id, basisId: basis.id }}>
            {say.withdraw}
            <span className="visually-hidden">
              : {basis.toOrganisation.name}, {basis.memberName}
            </span>
          </Link>
        </p>
      )}
    </li>
  );
}
