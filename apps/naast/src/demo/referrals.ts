import { addDays, addWeeks, type LocalDate } from '#kernel';
import type { DataCategory } from '#privacy';
import { firstRung, isOpenReferral, type LadderRung, nextRung, referralDeadlines, type ReferralState } from '#referrals';
import { addBasis } from './bases.js';
import type { DemoBook } from './book.js';
import { type DemoFamily, type DemoMember, isRunning, mainOf } from './family.js';
import { notify, wake } from './inbox.js';
import { type DemoReferral, PARTNERS, REFERRAL_PLANS, type ReferralPlan } from './referral-plan.js';
import { pastLines, writeReferralStory } from './referral-story.js';

const LEAD_DAYS = 3;
const ANSWERED = new Set<ReferralState>(['accepted', 'in-progress', 'on-hold', 'completed', 'rejected']);
const CONTACTED = new Set<ReferralState>(['in-progress', 'on-hold', 'completed']);

/** Sixty warm referrals; answers the families that have a ground to share on. */
export function writeReferrals(book: DemoBook, families: readonly DemoFamily[]): Set<string> {
  const used = new Set<string>();
  const grounded = new Set<string>();
  for (const plan of REFERRAL_PLANS) {
    const referral = invent(book, families, plan, used);
    const withdrawn = referral.state === 'cancelled' && plan.partner === 'Humanitas';
    addReferral(book, referral, ANSWERED.has(referral.state));
    share(book, referral, mainOf(referral.family), withdrawn ? 'withdrawn' : 'active', PARTNERS[plan.partner].categories);
    const [child] = referral.family.members.filter(({ role }) => role === 'child');
    // A child's data goes along only where the question is about the child, on a ground of its own.
    if (child && book.random.chance(0.1)) share(book, referral, child, withdrawn ? 'withdrawn' : 'active', ['name']);
    if (!withdrawn) grounded.add(referral.family.id);
    writeReferralStory(book, referral);
    announce(book, referral);
  }
  return grounded;
}

function invent(book: DemoBook, families: readonly DemoFamily[], { partner, state, sentAgo, ofPersona }: ReferralPlan, used: Set<string>): DemoReferral {
  const { random, people } = book;
  const [least, most] = sentAgo;
  const sentOn = book.daysAgo(random.between(least, most));
  const open = isOpenReferral(state);
  const fits = families.filter((family) =>
    family.acceptedOn !== null && family.acceptedOn < addDays(sentOn, -LEAD_DAYS) && family.team !== 'Sociaal team' && isRunning(family)
    && (!open || family.state !== 'aftercare') && !used.has(`${family.id} ${partner}`) && (family.regisseurId === people.regisseurs[0]) === ofPersona);
  const family = random.pick(fits);
  used.add(`${family.id} ${partner}`);
  const sentAt = book.during(sentOn);
  const answeredOn = addDays(sentOn, random.between(1, 4));
  return { id: book.idAt(sentAt), family, partner, state, sentOn, sentAt, answeredOn, contactOn: addDays(answeredOn, random.between(2, 6)) };
}

function addReferral(book: DemoBook, referral: DemoReferral, answered: boolean): void {
  const { people, random } = book;
  const { id, family, partner, state, sentOn, sentAt, contactOn } = referral;
  const { questions, worker } = PARTNERS[partner];
  const question = random.pick(questions);
  const threatening = family.urgency === 'spoed';
  const { answerBy, firstContactBy } = referralDeadlines(sentOn, threatening);
  const refused = state === 'rejected';
  book.add('referral', {
    id, household_id: family.id, municipality_id: family.municipalityId, case_number: family.caseNumber,
    from_organisation_id: people.organisation['WIJ Groningen'], to_organisation_id: people.organisation[partner], regisseur_id: family.regisseurId,
    question, threatening, state, requested_at: sentAt, received_at: null, answer_by: answerBy, meeting_by: firstContactBy,
    answered_by: answered ? people.user[worker] : null, first_contact_on: CONTACTED.has(state) ? contactOn : null,
    refusal_code: refused ? 'waiting-list' : null, refusal_explanation: refused ? 'Er is een wachtlijst van drie maanden.' : null,
    refusal_next_step: refused ? 'Bespreek met het gezin: wachten of iemand anders vragen.' : null,
    closed_at: isOpenReferral(state) ? null : book.during(closedOn(book, referral)), version: pastLines(book, referral).length,
  });
  if (state !== 'requested') return;
  const { step, at } = waitingRung(book, sentOn, threatening);
  wake(book, { municipalityId: family.municipalityId, kind: 'referral.answer-due', payload: { referralId: id, step }, runAt: at, at: sentAt });
}

/** A partner who is late was reminded when the term ended; now it is the regisseur's turn to hear it. */
function waitingRung({ now }: DemoBook, requestedOn: LocalDate, threatening: boolean): LadderRung {
  const first = firstRung(requestedOn, threatening);
  if (first.at > now) return first;
  return nextRung({ requestedOn, threatening, step: first.step, takenAt: first.at }) ?? first;
}

function closedOn({ today }: DemoBook, { state, answeredOn, contactOn }: DemoReferral): LocalDate {
  const day = state === 'completed' ? addWeeks(contactOn, 7) : answeredOn;
  return day < today ? day : today;
}

function share(book: DemoBook, { id, family, partner, sentOn }: DemoReferral, member: DemoMember, state: 'active' | 'withdrawn', categories: readonly DataCategory[]): void {
  const from = addDays(sentOn, -book.random.between(0, LEAD_DAYS - 1));
  const legalBasisId = addBasis(book, family, { member, partner, from, categories, state });
  for (const category of categories) {
    book.add('referral_share', { referral_id: id, household_id: family.id, municipality_id: family.municipalityId, member_id: member.id, category, legal_basis_id: legalBasisId });
  }
}

function announce(book: DemoBook, { id, family, partner, state, sentAt, answeredOn, contactOn }: DemoReferral): void {
  const { people } = book;
  const to = { municipalityId: family.municipalityId, link: `/verwijzingen/${id}` };
  const regisseur = { ...to, userId: family.regisseurId };
  notify(book, { ...to, userId: people.user[PARTNERS[partner].worker], kind: 'referral-received', cause: `referral.requested:${id}:1`, at: sentAt });
  if (ANSWERED.has(state)) {
    const kind = state === 'rejected' ? 'referral-rejected' : 'referral-accepted';
    notify(book, { ...regisseur, kind, cause: `referral.answered:${id}:2`, at: book.during(answeredOn) });
  }
  if (CONTACTED.has(state)) notify(book, { ...regisseur, kind: 'referral-first-contact', cause: `referral.first-contact:${id}:3`, at: book.during(contactOn) });
}
