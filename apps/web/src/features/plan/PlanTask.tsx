import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyPlan } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { planQuery } from './queries.js';

interface PlanTaskProps {
  id: string;
  title: string;
  lead?: string;
  children: (plan: FamilyPlan) => ReactNode;
}

/** A form about the plan: one comes from the plan and goes back to it. */
export function PlanTask({ id, title, lead, children }: PlanTaskProps) {
  const { plan: say } = useText();
  return (
    <Page title={title} lead={lead} back={<Link to="/gezinnen/$id/plan" params={{ id }}>{`← ${say.back}`}</Link>}>
      <Loaded query={useQuery(planQuery(id))}>{children}</Loaded>
    </Page>
  );
}

/** Says that it was done and goes back to the plan. */
export function useBackToPlan(id: string): (said: string) => void {
  const announce = useAnnounce();
  const navigate = useNavigate();
  return (said) => {
    announce(said);
    void navigate({ to: '/gezinnen/$id/plan', params: { id } });
  };
}
