import type { Referral } from '../api/types.js';
import { Facts } from './Facts.js';
import { useText } from '../i18n/index.js';
import { sayExactDay } from '../time/when.js';
import { When } from '../time/When.js';

type SharedMember = Referral['sharedMembers'][number];

export function SharedMembers({ members }: { members: readonly SharedMember[] }) {
  return (
    <div className="stack">
      {members.map((member) => (
        <SharedMemberSheet key={member.memberId} member={member} />
      ))}
    </div>
  );
}

function SharedMemberSheet({ member }: { member: SharedMember }) {
  const { referrals: say, words, common, time } = useText();
  const role = member.role && (words.member[member.role as keyof typeof words.member] ?? member.role);
  return (
    <section className="sheet">
      <h3>
        {member.name ?? role ?? say.someone}
        {member.name && role && <span className="quiet"> · {role}</span>}
      </h3>
      <Facts
        facts={[
          [say.birthDate, member.birthDate && sayExactDay(member.birthDate, time)],
          [
            say.phone,
            member.phone && (
              <a key="phone" href={`tel:${member.phone}`}>
                {member.phone}
              </a>
            ),
          ],
          [
            say.email,
            member.email && (
              <a key="email" href={`mailto:${member.email}`}>
                {member.email}
              </a>
            ),
          ],
          [say.address, member.address ?? (member.protectedAddress && say.addressProtected)],
          [say.contactData, member.categories.includes('contact') && !member.phone && !member.email && say.noContact],
          [say.categories, member.categories.map((category) => words.category[category]).join(', ')],
          [
            say.basis,
            <span key="basis">
              {member.basis}, {common.until} <When date={member.until} />
            </span>,
          ],
        ]}
      />
    </section>
  );
}
