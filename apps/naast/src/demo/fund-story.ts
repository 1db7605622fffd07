import { addDays, addWorkingDays, type LocalDate } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoRequest, isPast } from './fund-plan.js';
import { tell } from './regie.js';

type Step = readonly [happened: boolean, on: LocalDate, kind: string, text: string, by: string | null | undefined];

/** Who did what with the request, up to where it stands. */
export function writeSteps(book: DemoBook, { id, family, plan: { state }, submittedOn, meetingOn }: DemoRequest): void {
  const { user } = book.people;
  const secretary = user['fund-secretary'];
  const steps: readonly Step[] = [
    [true, addDays(submittedOn, -2), 'draft', 'De aanvraag is gemaakt.', family.regisseurId],
    [isPast(state, 'submitted'), submittedOn, 'submit', 'De aanvraag is ingediend.', family.regisseurId],
    [state === 'incomplete', addWorkingDays(submittedOn, 3), 'ask-supplement', 'De aanvraag is nog niet compleet. De tijd staat stil tot de aanvulling er is.', secretary],
    [isPast(state, 'under-review'), addDays(submittedOn, 4), 'find-complete', 'De aanvraag is compleet.', secretary],
    [isPast(state, 'on-agenda'), addDays(submittedOn, 7), 'put-on-agenda', 'De aanvraag staat op de agenda.', secretary],
    [isPast(state, 'committee-advice'), meetingOn, 'give-advice', 'Een lid van de commissie heeft advies gegeven.', user['committee-member']],
    [state === 'withdrawn', addDays(submittedOn, 10), 'withdraw', 'De aanvraag is ingetrokken.', family.regisseurId],
  ];
  for (const [happened, on, kind, text, by] of steps) if (happened) tellStep(book, { id, family }, on, kind, text, by);
}

export function tellStep(book: DemoBook, { id, family }: Pick<DemoRequest, 'id' | 'family'>, on: LocalDate, kind: string, text: string, by: string | null | undefined): void {
  const at = book.during(on);
  book.add('fund_request_event', { id: book.idAt(at), fund_request_id: id, household_id: family.id, municipality_id: family.municipalityId, at, kind, text, by_user_id: by });
  tell(book, family, at, `fund-request.${kind}`, text, by ?? null);
}
