import { useMe } from '../../api/session.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

export function ResidentPage() {
  const { session } = useText();
  const me = useMe();
  return (
    <Page title={`${session.residentTitle}, ${me.user.name}`} tabTitle={session.residentTitle} lead={session.residentLead}>
      <div className="sheet">
        <p>{session.resident}</p>
        <p>{session.residentRights}</p>
      </div>
    </Page>
  );
}
