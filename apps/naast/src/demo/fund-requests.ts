import { alarmDay, awaitsDecision, fundDecisionDeadline, type FundDomain, withoutNames, withoutNamesIn } from '#fund';
import { addDays, addWorkingDays, type LocalDate } from '#kernel';
import { addCanvas } from './canvases.js';
import { STORIES, STORY_DOMAINS } from './canvas-texts.js';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';
import { writeCommittee, writeMoney } from './fund-decisions.js';
import { type DemoRequest, FUND_PLANS, type FundPlan, isPast } from './fund-plan.js';
import { writeSteps } from './fund-story.js';
import { notify, wake } from './inbox.js';

/** (ours) The committee meets about three weeks after a request came in. */
const MEETING_AFTER_DAYS = 24;
const REMEDY_DAYS = 20;
const DECISION_WEEKS = 8;

/** Twenty-five requests to the fund, each on the canvas of its family. */
export function writeFundRequests(book: DemoBook, families: readonly DemoFamily[], fundId: string): void {
  const used = new Set<string>();
  for (const [at, plan] of FUND_PLANS.entries()) {
    const fits = families.filter(({ id, state, team, regisseurId }) =>
      team !== 'Sociaal team' && ['draft-plan', 'active', 'scaled-up'].includes(state) && !used.has(id) && (regisseurId === book.people.regisseurs[0]) === plan.ofPersona);
    const family = book.random.pick(fits);
    used.add(family.id);
    writeRequest(book, family, plan, fundId, STORY_DOMAINS[at % STORY_DOMAINS.length] ?? 'housing');
  }
}

function writeRequest(book: DemoBook, family: DemoFamily, plan: FundPlan, fundId: string, domain: FundDomain): void {
  const { people, today } = book;
  const { state, submittedAgo } = plan;
  const submitted = state !== 'draft';
  const submittedOn = book.daysAgo(submittedAgo);
  const createdAt = book.during(addDays(submittedOn, -2));
  const story = STORIES[domain];
  const canvas = addCanvas(book, family, domain, submittedAgo + 6, submitted);
  const asked = `${story.purpose} Voor ${family.members[0]?.firstName ?? 'het gezin'} en het gezin.`;
  const invitedOn = addWorkingDays(submittedOn, 3);
  const remedyUntil = addDays(invitedOn, REMEDY_DAYS);
  const suspensions = state === 'incomplete' ? [{ invitedOn, remedyUntil, suppliedOn: null }] : [];
  const deadline = submitted ? fundDecisionDeadline({ receivedOn: submittedOn, weeks: DECISION_WEEKS, suspensions }, today).due : null;
  const id = book.idAt(createdAt);
  const agendaDay = addWorkingDays(addDays(submittedOn, MEETING_AFTER_DAYS), 1);
  const meetingOn = state === 'on-agenda' && agendaDay < today ? addWorkingDays(today, 4) : agendaDay;
  const request: DemoRequest = { id, family, plan, fundId, submittedOn, meetingOn, amountCents: story.amountCents + 500 * book.random.between(-40, 40) };
  book.add('fund_request', {
    id, household_id: family.id, municipality_id: family.municipalityId, fund_id: fundId, canvas_id: canvas.id, case_number: family.caseNumber, domain,
    amount_cents: request.amountCents, purpose: asked, why_no_scheme: story.whyNoScheme,
    canvas_snapshot: submitted ? withoutNamesIn(canvas.content, family.members) : null,
    pseudonymised_purpose: submitted ? withoutNames(asked, family.members) : null,
    pseudonymised_why_no_scheme: submitted ? withoutNames(story.whyNoScheme, family.members) : null,
    state, requested_by: family.regisseurId, submitted_on: submitted ? submittedOn : null, decision_deadline: deadline,
    remedy_until: state === 'incomplete' ? remedyUntil : null, missing: state === 'incomplete' ? 'Er mist een offerte, en een brief van de corporatie.' : null,
    meeting_on: isPast(state, 'on-agenda') ? meetingOn : null,
    completeness_by: isPast(state, 'under-review') || state === 'incomplete' ? people.user['fund-secretary'] : null, created_at: createdAt, version: submitted ? 2 : 1,
  });
  if (state === 'incomplete') {
    book.add('fund_suspension', {
      id: book.idAt(book.during(invitedOn)), fund_request_id: id, household_id: family.id, municipality_id: family.municipalityId, invited_on: invitedOn, remedy_until: remedyUntil,
    });
  }
  writeSteps(book, request);
  writeCommittee(book, request);
  writeMoney(book, request);
  if (deadline && awaitsDecision(state)) guard(book, request, deadline);
}

function guard(book: DemoBook, { id, family, plan, submittedOn }: DemoRequest, deadline: LocalDate): void {
  const { municipalityId } = family;
  const at = book.during(submittedOn);
  // The same moment as in FundRequestNotices: the start of the working day.
  wake(book, { municipalityId, kind: 'fund-request.deadline-near', payload: { fundRequestId: id }, runAt: new Date(`${alarmDay(deadline)}T07:00:00Z`), at });
  if (plan.state !== 'submitted') return;
  notify(book, { userId: book.people.user['fund-secretary'], municipalityId, kind: 'fund-request-submitted', link: `/fonds/${id}`, cause: `fund-request.submitted:${id}`, at });
}
