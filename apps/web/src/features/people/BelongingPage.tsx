import { getRouteApi } from '@tanstack/react-router';
import type { FamilyPerson } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { LeaveForm, ReturnForm, RoleForm } from './BelongingForms.js';
import { TaskPage } from './TaskPage.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/$lid/plek');

/** Another place in the family, leaving it, and coming back. */
export function BelongingPage() {
  const { people: say } = useText();
  const { id, lid } = route.useParams();
  return (
    <TaskPage id={id} title={say.memberTitle}>
      {({ members, allowedActions }) => {
        const member = members.find((one) => one.id === lid);
        if (!member || !allowedActions.includes('keep-people')) return <p>{say.notFound}</p>;
        return (
          <div className="stack">
            <p className="page__lead">{member.name}</p>
            <Forms id={id} member={member} />
          </div>
        );
      }}
    </TaskPage>
  );
}

function Forms({ id, member }: { id: string; member: FamilyPerson }) {
  const { people: say } = useText();
  if (member.leftOn) {
    return (
      <section className="stack" aria-labelledby="terug">
        <h2 id="terug">{say.returnTitle}</h2>
        <ReturnForm id={id} member={member} />
      </section>
    );
  }
  if (member.role === 'main') return <p>{say.mainStays}</p>;
  return (
    <>
      <section className="stack" aria-labelledby="plek">
        <h2 id="plek">{say.roleTitle}</h2>
        <RoleForm id={id} member={member} />
      </section>
      <section className="stack" aria-labelledby="vertrek">
        <h2 id="vertrek">{say.leaveTitle}</h2>
        <LeaveForm id={id} member={member} />
      </section>
    </>
  );
}
