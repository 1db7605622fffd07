import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { FamilyPlan } from '../../api/types.js';
import { Radio } from '../../components/amsterdam.js';
import { GroupFrame } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { planQuery } from './queries.js';

type Versioned = { version: number };

/** One question of the form: how it is called, which values it is made of, and how they read. */
export interface Compared<V> {
  label: string;
  fields: readonly (keyof V & string)[];
  say: (values: V) => string;
}

interface Both<V> {
  theirs: V;
  /** As it was typed, also after the other text was chosen. */
  mine: V;
}

/** Somebody else was first: what they wrote and what one typed, to choose from per question. Nothing is lost. */
export function useBothVersions<V extends Versioned>(id: string, find: (plan: FamilyPlan) => V | undefined) {
  const client = useQueryClient();
  const [both, setBoth] = useState<Both<V>>();
  const stale = async (mine: V): Promise<V> => {
    const theirs = find(await client.fetchQuery({ ...planQuery(id), staleTime: 0 }));
    if (!theirs) return mine;
    setBoth({ theirs, mine });
    return { ...mine, version: theirs.version };
  };
  return { both, stale };
}

interface BothVersionsProps<V> {
  both: Both<V>;
  values: V;
  questions: readonly Compared<V>[];
  choose: (part: Partial<V>) => void;
}

export function BothVersions<V extends Versioned>({ both, values, questions, choose }: BothVersionsProps<V>) {
  const { plan: { both: say } } = useText();
  const different = questions.filter(({ fields }) => fields.some((field) => both.theirs[field] !== both.mine[field]));
  return (
    <section className="note stack-s" aria-labelledby="twee-versies">
      <h2 id="twee-versies">{say.title}</h2>
      <p>{different.length > 0 ? say.lead : say.same}</p>
      {different.map(({ label, fields, say: read }) => (
        <GroupFrame key={label} name={`keuze-${fields[0]}`} label={label} many>
          {(['theirs', 'mine'] as const).map((side) => (
            <Radio
              key={side}
              name={`keuze-${fields[0]}`}
              checked={fields.every((field) => values[field] === both[side][field])}
              onChange={() => choose(Object.fromEntries(fields.map((field) => [field, both[side][field]])) as Partial<V>)}
            >
              <span className="preserve">
                <strong>{say[side]}:</strong> {read(both[side]) || say.empty}
              </span>
            </Radio>
          ))}
        </GroupFrame>
      ))}
    </section>
  );
}
