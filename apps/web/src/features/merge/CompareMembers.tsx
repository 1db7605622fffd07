import type { MergeComparison } from '../../api/types.js';
import { RadioField } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { comesAlong, type Merging } from './choice.js';

/** Who is who. A team lead sees no names: there counts what Naast recognised. */
export function CompareMembers({ data: { survivor, merged, same }, form }: { data: MergeComparison; form: Merging }) {
  const { merging: say, time } = useText();
  if (!merged.hasContent || !survivor.hasContent) {
    return (
      <section className="form__section">
        <h2>{say.membersTitle}</h2>
        <p>{say.recognised(same.length, merged.memberCount - same.length)}</p>
      </section>
    );
  }
  return (
    <section className="form__section">
      <h2>{say.membersTitle}</h2>
      <p>{say.membersLead}</p>
      {merged.members.map((member) => (
        <RadioField
          key={member.id}
          label={`${member.name}, ${sayExactDay(member.birthDate, time)}`}
          options={[
            ...survivor.members.map((other) => [other.id, say.isThe(other.name), sayExactDay(other.birthDate, time)] as const),
            [comesAlong, say.along] as const,
          ]}
          {...form.at<string>(`members.${member.id}`)}
        />
      ))}
    </section>
  );
}
