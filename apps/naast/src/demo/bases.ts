import { addDays, addMonths, type LocalDate } from '#kernel';
import type { DataCategory } from '#privacy';
import type { DemoBook } from './book.js';
import { type DemoFamily, type DemoMember, mainOf } from './family.js';
import { PARTNERS, type PartnerName } from './referral-plan.js';
import { tell } from './regie.js';

export type DemoBasisState = 'active' | 'withdrawn' | 'expired';

interface NewBasis {
  readonly member: DemoMember;
  readonly partner: PartnerName;
  readonly from: LocalDate;
  readonly categories?: readonly DataCategory[];
  readonly state?: DemoBasisState;
}

/** Under this age somebody else consents (UAVG 5). */
const CONSENTS_SELF_FROM = 16;

/** Why data of one person may go to one partner; the period that its kind allows. Answers its id. */
export function addBasis(book: DemoBook, family: DemoFamily, { member, partner, from, categories, state = 'active' }: NewBasis): string {
  const { people } = book;
  const { rule, type, article, purpose, categories: usual } = PARTNERS[partner];
  const at = book.during(from);
  const id = book.idAt(at);
  const consent = type === 'consent';
  const child = member.age < CONSENTS_SELF_FROM;
  const months = state === 'expired' ? 1 : rule === 'wgs' || rule === 'participatiewet' ? 18 : 12;
  book.add('legal_basis', {
    id, household_id: family.id, municipality_id: family.municipalityId, member_id: member.id, type, article, purpose, data_categories: categories ?? usual,
    from_organisation_id: people.organisation['WIJ Groningen'], to_organisation_id: people.organisation[partner], valid_from: from,
    valid_until: addMonths(from, months), proof: consent ? 'signed-form' : 'conversation',
    freely_given_reason: consent ? 'Hulp van het wijkteam gaat ook door zonder dit ja.' : null,
    catalogue_code: rule, agreed_by: !consent ? [] : child ? [{ memberId: mainOf(family).id, capacity: 'parent-with-authority' }] : [{ memberId: member.id, capacity: 'self' }],
    state, recorded_by: family.regisseurId, recorded_at: at, withdrawn_at: state === 'withdrawn' ? book.during(addDays(from, 12)) : null,
    withdrawal_reason: state === 'withdrawn' ? 'Wil het eerst zelf proberen.' : null, version: state === 'active' ? 1 : 2,
  });
  tell(book, family, at, 'legal-basis.recorded', `Er is een grondslag om gegevens te delen met ${partner}.`, family.regisseurId);
  return id;
}

/** A running plan stands on at least one ground; those that have none yet get the one to the Kredietbank. */
export function groundEveryPlan(book: DemoBook, families: readonly DemoFamily[], grounded: ReadonlySet<string>): void {
  for (const family of families) {
    const needsGround = family.state === 'active' || family.state === 'scaled-up' || family.state === 'aftercare';
    if (!needsGround || !family.acceptedOn || grounded.has(family.id) || family.team === 'Sociaal team') continue;
    const latest = book.daysAgo(300);
    const from = family.acceptedOn > latest ? family.acceptedOn : latest;
    addBasis(book, family, { member: mainOf(family), partner: 'Groningse Kredietbank', from });
  }
}
