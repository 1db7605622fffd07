import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { type Address, isPresent, isSameAddress, maySeeProtectedAddress, type Move, moveProblems } from '../domain/index.js';
import { householdNotFound, HouseholdStory } from '../household-story.service.js';
import { holdFamily, requireVersion } from './held-family.js';

interface Lived extends Record<keyof Address, string | null> {
  readonly protected: boolean;
  readonly lastMove: LocalDate | null;
}

export interface RevealedAddress {
  readonly address: Record<keyof Address, string | null>;
  readonly past: readonly (Record<'postcode' | 'houseNumber' | 'suffix' | 'city', string | null> & { readonly untilOn: LocalDate })[];
}

const NOW = `SELECT h.postcode, h.house_number AS "houseNumber", h.house_number_suffix AS suffix, h.city, h.neighbourhood, h.protected_address AS protected,
  (SELECT max(p.until_on) FROM past_address p WHERE p.household_id = h.id) AS "lastMove" FROM household h WHERE h.id = $1`;
const KEEP = `INSERT INTO past_address (id, household_id, municipality_id, postcode, house_number, house_number_suffix, city, neighbourhood, protected_address, until_on, recorded_by, recorded_at)
  SELECT $2, h.id, h.municipality_id, h.postcode, h.house_number, h.house_number_suffix, h.city, h.neighbourhood, h.protected_address OR $3, $4, $5, $6
  FROM household h WHERE h.id = $1 AND h.postcode IS NOT NULL`;
const SAVE = `UPDATE household SET postcode = $2, house_number = $3, house_number_suffix = $4, city = $5, neighbourhood = $6, protected_address = $7, version = version + 1
  WHERE id = $1`;

const REVEAL = {
  name: 'address-reveal',
  text: `WITH one AS (SELECT h.* FROM household h WHERE h.id = $1 AND EXISTS (SELECT FROM household_access a
      WHERE a.household_id = h.id AND a.user_id = $2 AND a.reason IN ('regisseur', 'substitute', 'break-glass'))),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT one.municipality_id, $2, access.organisation(), 'address.revealed', 'household', one.id, one.id, $3 FROM one)
    SELECT jsonb_build_object('postcode', one.postcode, 'houseNumber', one.house_number, 'suffix', one.house_number_suffix, 'city', one.city, 'neighbourhood', one.neighbourhood) AS address,
      coalesce((SELECT jsonb_agg(jsonb_build_object('postcode', p.postcode, 'houseNumber', p.house_number, 'suffix', p.house_number_suffix, 'city', p.city, 'untilOn', p.until_on)
        ORDER BY p.until_on DESC, p.id DESC) FROM past_address p WHERE p.household_id = one.id), '[]') AS past
    FROM one`,
};

/** Where a family lives. A protected address is hidden until somebody who may see it asks, and that they asked stands in the log. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** A new address with its day, or the same one that becomes protected or is not any more. What it was is kept. */
  move(actor: Actor, householdId: string, to: Address & Move, version: number): Promise<{ version: number }> {
    return this.work.run(actor, async (tx) => {
      const family = await holdFamily(tx, actor, householdId, 'household.move');
      requireVersion(family, version);
      const [lived] = await tx.query<Lived>(NOW, [householdId]);
      if (!lived) throw householdNotFound();
      if (lived.protected && !to.protected) assertAllowed(maySeeProtectedAddress(family.reasons), 'household.unprotect');
      const same = isSameAddress(to, lived);
      const hidesMember = family.members.some((member) => isPresent(member) && member.protectedAddress);
      refuseInvalid('address.invalid', moveProblems(to, { same, hidesMember, lastMove: lived.lastMove }, localDateOf(tx.now)));
      await this.save(tx, householdId, to, same);
      const action = same ? 'household.address-kept' : 'household.moved';
      await this.story.tell(tx, householdId, action, same ? 'Het adres van het gezin is bijgewerkt.' : 'Het gezin is verhuisd.');
      await this.audit.record(tx, { action, subjectKind: 'household', subjectId: householdId, householdId, details: { protected: to.protected } });
      return { version: version + 1 };
    });
  }

  /** Throws `not-found` for who may not see it, in the words of a family that is not there. */
  async reveal(actor: Actor, householdId: string): Promise<RevealedAddress> {
    const [row] = await this.work.read<RevealedAddress>(actor, REVEAL, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row;
  }

  private async save(tx: Transaction, householdId: string, to: Address & Move, same: boolean): Promise<void> {
    const { postcode, houseNumber, suffix, city, neighbourhood } = to;
    // Somebody who hides now, hid where they came from as well.
    if (!same) await tx.query(KEEP, [householdId, newId(), to.protected, to.movedOn, tx.actor.userId, tx.now]);
    await tx.query(SAVE, [householdId, postcode.replace(/\s/g, '').toUpperCase(), houseNumber, suffix || null, city, neighbourhood || null, to.protected]);
  }
}
