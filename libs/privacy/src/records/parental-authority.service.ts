import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf } from '#kernel';
import { ageOn, HouseholdStory } from '#households';
import { Audit, UnitOfWork } from '#platform';
import { mayRecordBasis } from '../domain/index.js';
import { basisRelation, holdSharingFacts, requireKnownMember, requireMember } from '../sharing-facts.js';

export interface AuthorityInput {
  readonly childId: string;
  readonly adultId: string;
  readonly hasAuthority: boolean;
  /** From the register of authority (gezagsregister), or told in a talk. */
  readonly source: 'register' | 'told';
}

const UPSERT = `INSERT INTO parental_authority (child_id, adult_id, household_id, municipality_id, has_authority, source, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (child_id, adult_id) DO UPDATE SET has_authority = $5, source = $6, recorded_by = $7, recorded_at = $8`;

/** Who decides about a child by law (BW 1:245); also that a parent does not. */
@Injectable()
export class ParentalAuthorityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  record(actor: Actor, householdId: string, input: AuthorityInput): Promise<AuthorityInput> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, null);
      assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'parental-authority.record');
      const today = localDateOf(tx.now);
      const child = requireMember(facts, input.childId, 'childId');
      // BW 1:251: a parent who left the family keeps their authority.
      const adult = requireKnownMember(facts, input.adultId, 'adultId');
      if (ageOn(child.birthDate, today) >= 18) throw invalid('childId', 'Dit gezinslid is 18 jaar of ouder. Dan heeft niemand meer gezag.');
      if (ageOn(adult.birthDate, today) < 18) throw invalid('adultId', 'Wie jonger is dan 18 jaar heeft geen gezag over een ander.');
      await tx.query(UPSERT, [child.id, adult.id, householdId, actor.municipalityId, input.hasAuthority, input.source, actor.userId, tx.now]);
      await this.story.tell(tx, householdId, 'parental-authority.recorded', 'Er is vastgelegd wie gezag heeft over een kind.');
      await this.audit.record(tx, {
        action: 'parental-authority.recorded', subjectKind: 'member', subjectId: child.id, householdId, details: { memberId: child.id, hasAuthority: input.hasAuthority },
      });
      const { childId, adultId, hasAuthority, source } = input;
      return { childId, adultId, hasAuthority, source };
    });
  }
}

const invalid = (name: string, message: string): DomainError =>
  new DomainError('parental-authority.invalid', message, { kind: 'invalid', fields: [{ name, message }] });
