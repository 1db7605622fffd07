import { addWeeks, formatLocalDate, type LocalDate } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoReferral, PARTNERS } from './referral-plan.js';
import { tell } from './regie.js';

interface Line {
  readonly on: LocalDate;
  readonly kind: string;
  readonly text: string;
  readonly note?: string;
  readonly by: 'regisseur' | 'partner' | 'system';
}

/** What both sides did, in the words of the referral itself. */
function linesOf({ partner, state, sentOn, answeredOn, contactOn }: DemoReferral): Line[] {
  const sent: Line = { on: sentOn, kind: 'requested', text: `Er is een verwijzing verstuurd naar ${partner}.`, by: 'regisseur' };
  const accepted: Line = { on: answeredOn, kind: 'accepted', text: `${partner} heeft de verwijzing aangenomen.`, by: 'partner' };
  const contact: Line = {
    on: contactOn, kind: 'first-contact', text: `${partner} had het eerste contact op ${formatLocalDate(contactOn)} (gesprek).`, note: 'Fijn gesprek. We gaan samen aan de slag.', by: 'partner',
  };
  const feedback: Line = { on: addWeeks(contactOn, 6), kind: 'feedback', text: `${partner} heeft verteld hoe het gaat.`, note: 'De afspraken lopen. De post wordt elke week samen gedaan.', by: 'partner' };
  switch (state) {
    case 'accepted':
      return [sent, accepted];
    case 'in-progress':
    case 'on-hold':
      return [sent, accepted, contact, feedback];
    case 'completed':
      return [sent, accepted, contact, feedback, { on: addWeeks(contactOn, 7), kind: 'completed', text: `${partner} heeft de verwijzing afgerond.`, note: 'Het is gelukt. Het gezin kan nu zelf verder.', by: 'partner' }];
    case 'rejected':
      return [sent, { on: answeredOn, kind: 'rejected', text: `${partner} kan de verwijzing niet aannemen: er is een wachtlijst.`, note: 'Er is een wachtlijst van drie maanden.', by: 'partner' }];
    case 'cancelled':
      return [sent, { on: answeredOn, kind: 'cancelled', text: 'De regisseur heeft de verwijzing ingetrokken.', note: 'Het gezin vond zelf een oplossing.', by: 'regisseur' }];
    case 'expired':
      return [sent, { on: answeredOn, kind: 'expired', text: 'Er kwam geen antwoord. De verwijzing is verlopen.', by: 'system' }];
    default:
      return [sent];
  }
}

/** As far as it has come today; every step is one version. */
export const pastLines = (book: DemoBook, referral: DemoReferral): Line[] => linesOf(referral).filter(({ on }) => on <= book.today);

export function writeReferralStory(book: DemoBook, referral: DemoReferral): void {
  const { id, family, partner } = referral;
  const people = { regisseur: family.regisseurId, partner: book.people.user[PARTNERS[partner].worker] ?? null, system: null };
  for (const { on, kind, text, note = null, by } of pastLines(book, referral)) {
    const at = kind === 'requested' ? referral.sentAt : book.during(on);
    book.add('referral_event', {
      id: book.idAt(at), referral_id: id, household_id: family.id, municipality_id: family.municipalityId, at, kind, text, note, by_user_id: people[by],
    });
    tell(book, family, at, `referral.${kind}`, text, people[by]);
  }
}
