import { getRouteApi } from '@tanstack/react-router';
import type { FamilyPeople, FamilyPerson } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { ContactForm } from './ContactForm.js';
import { LeaveForm, ReturnForm, RoleForm } from './BelongingForms.js';
import { TaskPage } from './TaskPage.js';

const route = getRouteApi('/in/gezinnen/$id/mensen/$lid');

export function MemberPage() {
  const { people: say } = useText();
  const { id, lid } = route.useParams();
  return (
    <TaskPage id={id} title={say.memberTitle}>
      {(family) => {
        const member = family.members.find((one) => one.id === lid);
        return member && family.allowedActions.includes('keep-people') ? <Parts family={family} member={member} /> : <p>{say.notFound}</p>;
      }}
    </TaskPage>
  );
}

function Parts({ family, member }: { family: FamilyPeople; member: FamilyPerson }) {
  const { people: say } = useText();
  const { id } = family.household;
  if (member.leftOn) {
    return (
      <section className="stack">
        <p className="page__lead">{member.name}</p>
        <h2>{say.returnTitle}</h2>
        <ReturnForm id={id} member={member} />
      </section>
    );
  }
  return (
    <div className="stack">
      <p className="page__lead">{member.name}</p>
      <section className="stack" aria-labelledby="bereiken">
        <h2 id="bereiken">{say.contactTitle}</h2>
        <ContactForm id={id} member={member} />
      </section>
      {member.role !== 'main' && (
        <>
          <Fold title={say.roleTitle}>
            <RoleForm id={id} member={member} />
          </Fold>
          <Fold title={say.leaveTitle}>
            <LeaveForm id={id} member={member} />
          </Fold>
        </>
      )}
    </div>
  );
}
