import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHasRole } from '../../api/session.js';
import type { Dossier, FundDomain, FundState } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { writeEuro } from '../../components/money.js';
import { FundWord, ReferralWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** Who helps with the intake sees that something runs; only the regisseur opens it. */
function Opens({ mine, to, id, children }: { mine: boolean; to: '/verwijzingen/$id' | '/fonds/$id'; id: string; children: ReactNode }) {
  if (!mine) return <span className="line__title">{children}</span>;
  return (
    <Link className="line__title" to={to} params={{ id }}>
      {children}
    </Link>
  );
}

export function ReferralsFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say, referrals } = useText();
  const mine = useHasRole('regisseur');
  return (
    <Fold title={say.referrals} count={dossier.referrals.length}>
      {dossier.referrals.length === 0 && <p className="quiet">{say.referralsEmpty}</p>}
      <ul className="lines">
        {dossier.referrals.map((referral) => (
          <li key={referral.id}>
            <div className="line__main">
              <Opens mine={mine} to="/verwijzingen/$id" id={referral.id}>
                {referral.toOrganisation.name}: {referral.question}
              </Opens>
              <ReferralWord state={referral.state} />
            </div>
            {referral.state === 'requested' && referral.answerBy && (
              <p className="small quiet">
                {referral.late ? referrals.answerWas : referrals.answerBy} <When date={referral.answerBy} late={referral.late} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function CanvasFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  return (
    <Fold title={say.canvases} count={dossier.canvases.length}>
      {dossier.canvases.length === 0 && <p className="quiet">{say.canvasesEmpty}</p>}
      <ul className="lines">
        {dossier.canvases.map((canvas) => (
          <li key={canvas.id}>
            <Link className="line__title" to="/gezinnen/$id/doorbraak/$canvasId" params={{ id: dossier.id, canvasId: canvas.id }}>
              {say.canvas} <When date={canvas.updatedAt} />
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function FundFold({ dossier }: { dossier: Dossier }) {
  const { dossier: say, words, fund } = useText();
  const mine = useHasRole('regisseur');
  return (
    <Fold title={say.fund} count={dossier.fundRequests.length}>
      {dossier.fundRequests.length === 0 && <p className="quiet">{say.fundEmpty}</p>}
      <ul className="lines">
        {dossier.fundRequests.map((request) => (
          <li key={request.id}>
            <div className="line__main">
              <Opens mine={mine} to="/fonds/$id" id={request.id}>
                {words.fundDomain[request.domain as FundDomain]}, {writeEuro(request.amountCents)}
              </Opens>
              <FundWord state={request.state as FundState} />
            </div>
            {request.decisionDeadline && (
              <p className="small quiet">
                {fund.deadline} <When date={request.decisionDeadline} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
