import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { FamilyPeople } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Facts } from '../../components/Facts.js';
import { useText } from '../../i18n/index.js';
import { peopleQuery } from './queries.js';

/** Says that it was done and goes back to the people of the family. */
export function useBackToPeople(id: string): (said?: string) => void {
  const { people: say } = useText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  return (said = say.saved) => {
    announce(said);
    void navigate({ to: '/gezinnen/$id/mensen', params: { id } });
  };
}

/** Somebody else was first: what they wrote comes beside what one typed, and saving again keeps one's own. */
export function useTheirs<T extends { version: number }>(id: string, find: (family: FamilyPeople) => T | undefined) {
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<T>();
  const stale = async <V extends { version: number }>(values: V): Promise<V> => {
    const newest = find(await client.fetchQuery({ ...peopleQuery(id), staleTime: 0 }));
    setTheirs(newest);
    return newest ? { ...values, version: newest.version } : values;
  };
  return { theirs, stale };
}

interface TheirsProps {
  /** Question, what stands there now, and what one typed. */
  facts: readonly (readonly [label: string, theirs: string, mine: string])[];
  take: () => void;
}

export function Theirs({ facts, take }: TheirsProps): ReactNode {
  const { people: say } = useText();
  const different = facts.filter(([, theirs, mine]) => theirs !== mine);
  return (
    <section className="notice stack-s" role="status">
      <p>{say.theirs}</p>
      <Facts facts={different.map(([label, theirs]) => [label, theirs || say.empty])} />
      <div className="actions">
        <Button variant="secondary" type="button" onClick={take}>
          {say.takeTheirs}
        </Button>
      </div>
    </section>
  );
}
