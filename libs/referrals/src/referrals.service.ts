import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, formatLocalDate, type LocalDate, localDateOf } from '#kernel';
import { CONTACT_KINDS, type ContactKind, REFUSAL_CODES, type RefusalCode } from './domain/index.js';
import { ReferralMoves } from './referral-moves.service.js';
import type { ReferralProgress } from './referral-progress.js';

export interface FirstContact {
  readonly contactedOn: LocalDate;
  readonly kind: ContactKind;
  readonly note: string;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly explanation: string;
  readonly nextStep: string;
}

/** What the two sides do with a referral that was sent. Until the first contact is recorded the regisseur stays responsible. */
@Injectable()
export class ReferralsService {
  constructor(private readonly moves: ReferralMoves) {}

  accept(actor: Actor, id: string, note: string | undefined, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'accept', ({ partnerName }) => ({
      kind: 'accepted', text: `${partnerName} heeft de verwijzing aangenomen.`, note, news: 'referral.answered',
    }));
  }

  /** A refusal is coded and never ends with "no": it carries the next step for the family. */
  reject(actor: Actor, id: string, refusal: Refusal, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'reject', ({ partnerName }) => ({
      kind: 'rejected', text: `${partnerName} kan de verwijzing niet aannemen: ${REFUSAL_CODES[refusal.code].label.toLowerCase()}.`,
      note: `${refusal.explanation}\nVolgende stap: ${refusal.nextStep}`, news: 'referral.answered', refusal,
    }));
  }

  recordFirstContact(actor: Actor, id: string, contact: FirstContact, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'record-first-contact', ({ partnerName, requestedAt }, today) => {
      const { contactedOn, kind, note } = contact;
      refuseContactDay(contactedOn, requestedAt && localDateOf(requestedAt), today);
      const text = `${partnerName} had het eerste contact op ${formatLocalDate(contactedOn)} (${CONTACT_KINDS[kind]}).`;
      return { kind: 'first-contact', text, note, news: 'referral.first-contact', firstContactOn: contactedOn };
    });
  }

  giveFeedback(actor: Actor, id: string, note: string, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'give-feedback', ({ partnerName }) => ({
      kind: 'feedback', text: `${partnerName} heeft verteld hoe het gaat.`, note, news: 'referral.feedback',
    }));
  }

  complete(actor: Actor, id: string, result: { outcome: string; note?: string }, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'complete', ({ partnerName }) => ({
      kind: 'completed', text: `${partnerName} heeft de verwijzing afgerond.`,
      note: [result.outcome, result.note].filter(Boolean).join('\n'), news: 'referral.completed',
    }));
  }

  cancel(actor: Actor, id: string, reason: string, version: number): Promise<ReferralProgress> {
    return this.moves.move(actor, id, version, 'cancel', () => ({
      kind: 'cancelled', text: 'De regisseur heeft de verwijzing ingetrokken.', note: reason, news: 'referral.cancelled',
    }));
  }
}

function refuseContactDay(day: LocalDate, requestedOn: LocalDate | null, today: LocalDate): void {
  const refuse = (message: string): never => {
    throw new DomainError('referral.contact-day', message, { kind: 'invalid', fields: [{ name: 'contactedOn', message }] });
  };
  if (day > today) refuse('Deze dag moet nog komen. Leg het contact vast als het is geweest.');
  if (requestedOn && day < requestedOn) refuse('Deze dag ligt voor de dag van de verwijzing.');
}
