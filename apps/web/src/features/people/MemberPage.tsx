import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../i18n/index.js';
import { ContactForm } from './ContactForm.js';
import { TaskPage } from './TaskPage.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/$lid');

/** How one person of the family wants to be reached, and where else they live. */
export function MemberPage() {
  const { people: say } = useText();
  const { id, lid } = route.useParams();
  return (
    <TaskPage id={id} title={say.contactTitle}>
      {({ members, allowedActions }) => {
        const member = members.find((one) => one.id === lid && !one.leftOn);
        if (!member || !allowedActions.includes('keep-people')) return <p>{say.notFound}</p>;
        return (
          <div className="stack">
            <p className="page__lead">{member.name}</p>
            <ContactForm id={id} member={member} />
          </div>
        );
      }}
    </TaskPage>
  );
}
