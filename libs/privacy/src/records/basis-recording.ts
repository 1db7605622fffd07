import { type Actor, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import type { Transaction } from '#platform';
import { type Agreement, yesProblems, basisProblems, type DataCategory, type NewBasis, ruleProblems } from '../domain/index.js';
import { LegalBasis } from '../legal-basis.entity.js';
import { requireMember, requireOrganisation, type SharingFacts } from '../sharing-facts.js';
import { agreementContext, keptAgreements, receiverOf, ruleOf } from './record-facts.js';

export interface BasisInput extends NewBasis {
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly DataCategory[];
  /** The line of the municipality's catalogue that it is recorded under. */
  readonly catalogueCode: string;
  /** Consent: who said yes. Left out: the person themselves. */
  readonly agreedBy?: readonly Agreement[];
}

/** Checks everything at once and writes the row; answers its id. */
export async function writeBasis(tx: Transaction, actor: Actor, facts: SharingFacts, input: BasisInput, followsId: string | null): Promise<string> {
  const today = localDateOf(tx.now);
  const member = requireMember(facts, input.memberId, 'memberId');
  const organisation = requireOrganisation(facts);
  // Only consent asks for somebody's yes; a task or duty of law stands without one, and keeps no name that suggests otherwise.
  const agreedBy = input.type === 'consent' ? (input.agreedBy ?? [{ memberId: member.id, capacity: 'self' as const }]) : [];
  const rule = await ruleOf(tx, input.catalogueCode);
  const context = await agreementContext(tx, facts, member, today);
  refuseInvalid('legal-basis.invalid', [
    ...basisProblems(input, { today, maxMonths: null }),
    ...ruleProblems(rule, input, await receiverOf(tx, organisation.id)),
    ...(input.type === 'consent' ? yesProblems('legal-basis', agreedBy, context) : []),
  ]);
  const id = newId();
  await tx.manager.insert(LegalBasis, {
    id, householdId: facts.householdId, municipalityId: actor.municipalityId, memberId: member.id, type: input.type, article: input.article,
    purpose: input.purpose, dataCategories: [...new Set(input.dataCategories)], fromOrganisationId: actor.organisationId,
    toOrganisationId: organisation.id, validFrom: input.validFrom, validUntil: input.validUntil, proof: input.proof,
    freelyGivenReason: input.freelyGivenReason ?? null, state: 'active', recordedBy: actor.userId, recordedAt: tx.now, version: 1,
    catalogueCode: input.catalogueCode, agreedBy: JSON.parse(keptAgreements(agreedBy)) as Agreement[], followsId,
  });
  return id;
}

/** Later than today: until then the old one goes on. */
export const startsLater = (validFrom: LocalDate, today: LocalDate): boolean => validFrom > today;
