import type { DecisionOutcome } from '#fund';
import { addDays } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoRequest, isPast } from './fund-plan.js';
import { tellStep } from './fund-story.js';
import { notify } from './inbox.js';

const ADVICE = { granted: 'grant', 'partly-granted': 'grant-partly', refused: 'refuse' } as const;
const REASONS: Readonly<Record<DecisionOutcome, string>> = {
  granted: 'Het plan is van het gezin zelf, geen regeling betaalt en het voorkomt hogere kosten.',
  'partly-granted': 'De kern van het plan helpt. Voor de rest is er een regeling van de gemeente.',
  refused: 'Er is een voorliggende regeling die dit betaalt. De regisseur helpt met die aanvraag.',
};
const TOLD: Readonly<Record<DecisionOutcome, string>> = {
  granted: 'De aanvraag is toegekend.', 'partly-granted': 'De aanvraag is deels toegekend.', refused: 'De aanvraag is afgewezen.',
};

const amountOf = ({ amountCents }: DemoRequest, outcome: DecisionOutcome): number =>
  outcome === 'refused' ? 0 : outcome === 'granted' ? amountCents : Math.round(amountCents * 0.6);

/** The committee advised, and somebody else decided as advised. */
export function writeCommittee(book: DemoBook, request: DemoRequest): void {
  const { user } = book.people;
  const { id, family, plan, meetingOn } = request;
  if (!isPast(plan.state, 'committee-advice')) return;
  const outcome = plan.outcome ?? 'granted';
  const about = { fund_request_id: id, household_id: family.id, municipality_id: family.municipalityId };
  const amount = amountOf(request, outcome);
  for (const [key, chance] of [['committee-member', 1], ['committee-member-2', plan.outcome ? 1 : 0.5]] as const) {
    if (!book.random.chance(chance)) continue;
    const at = book.during(meetingOn);
    book.add('committee_advice', { ...about, id: book.idAt(at), advised_by: user[key], advice: ADVICE[outcome], amount_cents: amount, reasons: REASONS[outcome], advised_at: at });
  }
  if (!plan.outcome) return;
  const decidedOn = addDays(meetingOn, 3);
  const at = book.during(decidedOn);
  book.add('fund_decision', {
    ...about, outcome, amount_cents: amount, reasons: REASONS[outcome], departure_reasons: null,
    // Awb 4:7: before a refusal the resident was asked for a reaction.
    heard_on: outcome === 'refused' ? addDays(meetingOn, 1) : null, rests_on_others_facts: outcome === 'refused' ? true : null, decided_by: user['decision-maker'], decided_at: at,
  });
  tellStep(book, request, decidedOn, ACTIONS[outcome], TOLD[outcome], user['decision-maker']);
  notify(book, { userId: family.regisseurId, municipalityId: family.municipalityId, kind: 'fund-request-decided', link: `/fonds/${id}`, cause: `fund-request.decided:${id}`, at });
}

const ACTIONS: Readonly<Record<DecisionOutcome, string>> = { granted: 'grant', 'partly-granted': 'grant-partly', refused: 'refuse' };

/** Reserved with the decision, promised when it is announced, and then paid. */
export function writeMoney(book: DemoBook, request: DemoRequest): void {
  const { user } = book.people;
  const { id, family, plan, fundId, meetingOn } = request;
  if (!plan.outcome || plan.outcome === 'refused') return;
  const announced = isPast(plan.state, 'announced');
  const paid = isPast(plan.state, 'paid');
  const lines = [['reserve', 3, user['decision-maker']], ...(announced ? [['commit', 6, user['finance']]] : []), ...(paid ? [['pay', 12, user['finance']]] : [])] as [string, number, string][];
  for (const [kind, days, by] of lines) {
    const at = book.during(addDays(meetingOn, days));
    book.add('ledger_entry', {
      id: book.idAt(at), municipality_id: family.municipalityId, fund_id: fundId, fund_request_id: id, kind, amount_cents: amountOf(request, plan.outcome), booked_at: at, booked_by: by,
    });
  }
  if (announced) tellStep(book, request, addDays(meetingOn, 6), 'announce', 'Het besluit is bekendgemaakt.', user['fund-secretary']);
  if (paid) tellStep(book, request, addDays(meetingOn, 12), 'pay', 'Het bedrag is betaald.', user['finance']);
}
