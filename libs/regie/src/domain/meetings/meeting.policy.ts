import { type Actor, allowIf, hasRole, needs, type FieldProblem, type Verdict } from '#kernel';

/** How somebody stands to the family that a meeting is about. */
export interface MeetingRelation {
  readonly municipalityId: string;
  /** Regisseur of this family, or standing in today. */
  readonly actorIsRegisseur: boolean;
}

/** Who plans, leads and cancels a coordination meeting (afstemmingsoverleg): the family's regisseur or the substitute. */
export const mayPlanMeeting = (actor: Actor, relation: MeetingRelation): Verdict =>
  allowIf(
    actor.municipalityId === relation.municipalityId && relation.actorIsRegisseur && hasRole(actor, 'regisseur'),
    'Alleen de regisseur van dit gezin plant een overleg.',
  );

/** Every problem of a new meeting; `now` is the moment of asking. */
export const meetingProblems = (meeting: { readonly plannedAt: Date; readonly invited: readonly { readonly organisationId: string }[] }, now: Date): readonly FieldProblem[] => [
  ...needs(meeting.plannedAt > now, 'plannedAt', 'Kies een moment dat nog moet komen.'),
  ...needs(meeting.invited.length > 0, 'invited', 'Nodig minstens één organisatie uit.'),
];
