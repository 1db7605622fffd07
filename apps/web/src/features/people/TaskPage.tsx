import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyPeople } from '../../api/types.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { peopleQuery } from './queries.js';

interface TaskPageProps {
  id: string;
  title: string;
  lead?: string;
  children: (family: FamilyPeople) => ReactNode;
}

/** A form about the people of a family: one comes from their page and goes back to it. */
export function TaskPage({ id, title, lead, children }: TaskPageProps) {
  const { people: say } = useText();
  return (
    <Page title={title} lead={lead} back={<Link to="/gezinnen/$id/mensen" params={{ id }}>{`← ${say.back}`}</Link>}>
      <Loaded query={useQuery(peopleQuery(id))}>{children}</Loaded>
    </Page>
  );
}
