import { useText } from '../../i18n/index.js';

/** What the partner received, as a table for its own administration. */
export function TakeReferralsOut() {
  const { referralExport: say } = useText();
  return (
    <p className="row">
      <a className="button" href="/v1/referrals/export" download>
        {say.take}
      </a>
      <span className="small quiet">{say.about}</span>
    </p>
  );
}
