import { defineMachine, type LocalDate, needs } from '#kernel';
import type { DataCategory } from '../data-categories.js';

export const AGREEMENT_STATES = {
  proposed: 'voorgesteld',
  'taken-over': 'overgenomen, nog te controleren',
  active: 'geldig',
  ended: 'beëindigd',
} as const;
export type AgreementState = keyof typeof AGREEMENT_STATES;

export const AGREEMENT_ACTIONS = { confirm: 'bevestigen', end: 'beëindigen' } as const;
export type AgreementAction = keyof typeof AGREEMENT_ACTIONS;

export interface AgreementFacts {
  /** The day on which both sides signed, when that is known. */
  readonly signed: boolean;
  /** `validUntil` is today or earlier. */
  readonly periodOver: boolean;
  readonly reasonGiven: boolean;
}

/** What organisations agreed before they share (privacyovereenkomst). Ending always succeeds: sharing less is never refused. */
export const sharingAgreement = defineMachine<AgreementState, AgreementAction, AgreementFacts>({
  code: 'data-sharing-agreement',
  subject: 'Deze privacyovereenkomst',
  states: AGREEMENT_STATES,
  actions: AGREEMENT_ACTIONS,
  transitions: {
    proposed: { confirm: 'active', end: 'ended' },
    'taken-over': { confirm: 'active', end: 'ended' },
    active: { end: 'ended' },
    ended: {},
  },
  guards: {
    confirm: ({ signed, periodOver }) => [
      ...needs(signed, 'signedOn', 'Vul in op welke dag de overeenkomst is ondertekend.'),
      ...needs(!periodOver, 'validUntil', 'De periode is al voorbij.'),
    ],
    end: ({ reasonGiven }) => needs(reasonGiven, 'reason', 'Schrijf op waarom de overeenkomst stopt.'),
  },
});
export const { transition: transitionAgreement, allowedTransitions: allowedAgreementTransitions } = sharingAgreement;

/** What the gate needs to know of an agreement between the municipality and a partner. */
export interface GateAgreement {
  readonly organisationId: string;
  readonly categories: readonly DataCategory[];
  readonly state: AgreementState;
  readonly validFrom: LocalDate;
  /** The first day on which it no longer holds. */
  readonly validUntil: LocalDate;
}

/** Whether data may flow under it today. One that an upgrade took over holds until somebody looked at it (decision 13). */
export const agreementInForce = ({ state, validFrom, validUntil }: Omit<GateAgreement, 'categories'>, today: LocalDate): boolean =>
  (state === 'active' || state === 'taken-over') && validFrom <= today && today < validUntil;
