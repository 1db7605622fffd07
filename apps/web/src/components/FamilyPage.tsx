import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useText } from '../i18n/index.js';
import { FamilyNavigation } from './FamilyNavigation.js';
import { Page } from './Page.js';

interface FamilyPageProps extends Omit<ComponentProps<typeof Page>, 'back' | 'nav'> {
  id: string;
  /** On a page that one comes to from the family and leaves when it is done: no other ways out. */
  task?: boolean;
}

/** A page about one family: the way back, and the other pages of this family. The name goes in `lead`, never in the tab. */
export function FamilyPage({ id, task = false, ...page }: FamilyPageProps) {
  const { family, common } = useText();
  return (
    <Page
      {...page}
      back={
        <Link to="/gezinnen/$id" params={{ id }}>
          {`← ${common.back}: ${family.places.overview}`}
        </Link>
      }
      nav={task ? undefined : <FamilyNavigation id={id} />}
    />
  );
}
