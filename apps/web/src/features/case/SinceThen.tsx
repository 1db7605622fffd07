import type { CaseCourse } from '../../api/types.js';
import { Meanwhile } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

/** When a colleague was first: where the case stands now, and what was done last. */
export function SinceThen({ form, course }: { form: { readonly problem: unknown }; course: CaseCourse }) {
  const { caseWords: say, words } = useText();
  const { household, regisseur, changes: [last] } = course;
  return (
    <Meanwhile
      form={form}
      now={[
        [say.now, words.household[household.state]], [say.regisseur, regisseur?.name ?? say.none],
        [say.lastStep, last && say.moved(words.household[last.from], words.household[last.to])], [say.reason, last?.reason],
      ]}
      by={last?.by}
    />
  );
}
