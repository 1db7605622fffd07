import type { MergeComparison } from '../../api/types.js';
import { RadioField } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { Urgency } from '../../api/types.js';
import { When } from '../../time/When.js';
import { sayExactDay } from '../../time/when.js';
import { MERGE_FIELDS, type MergeField, type Merging } from './choice.js';

type Side = MergeComparison['survivor'];

/** Only what differs is a question. */
export function CompareFields({ data: { survivor, merged }, form }: { data: MergeComparison; form: Merging }) {
  const { merging: say, words, time } = useText();
  const shown = (side: Side, field: MergeField): string => {
    if (field === 'urgency') return words.urgency[side.urgency as Urgency];
    return field === 'reportedOn' ? sayExactDay(side.reportedOn, time) : (side[field] ?? say.unknown);
  };
  const different = MERGE_FIELDS.filter((field) => survivor[field] !== merged[field] && (field !== 'address' || (survivor.hasContent && merged.hasContent)));
  return (
    <section className="form__section">
      <h2>{say.fieldsTitle}</h2>
      <div className="grid-2">
        {[survivor, merged].map((side, at) => (
          <div key={side.id} className="sheet">
            <h3>{at === 0 ? say.goesOn : say.goesUp}</h3>
            <p>
              {side.name} <span className="quiet small">{side.caseNumber}</span>
            </p>
            <p className="quiet small">
              {say.reported} <When date={side.reportedOn} /> · {say.people(side.memberCount)}
            </p>
          </div>
        ))}
      </div>
      {different.length === 0 && <p className="quiet">{say.noDifference}</p>}
      {different.map((field) => (
        <RadioField<'survivor' | 'merged'>
          key={field}
          label={say.fields[field]}
          options={[
            ['survivor', shown(survivor, field), say.goesOn],
            ['merged', shown(merged, field), say.goesUp],
          ]}
          {...form.at<'survivor' | 'merged'>(`fields.${field}`)}
        />
      ))}
    </section>
  );
}
