import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';
import { type FoundFamily, MATCH_KINDS, type MatchedOn, MOST_RESULTS, type PersonName, readSearch, whyFound } from '../domain/index.js';

interface Row extends Omit<FoundFamily, 'match'> {
  readonly level: number;
  readonly foundOn: MatchedOn;
  readonly firstName: string | null;
  readonly infix: string | null;
  readonly lastName: string | null;
}

export interface FoundFamilies {
  readonly items: FoundFamily[];
  /** There are more than are shown: a longer word helps. No count: that would tell how many there are. */
  readonly more: boolean;
}

// That was searched, and how many families were shown; never for what (decision 28). Also when nothing was found.
const SEARCH = {
  name: 'household-search',
  // Each part of the door is in order already; a family that answers in two ways stands there once, by the surest.
  text: `WITH found AS MATERIALIZED (SELECT * FROM (
      SELECT DISTINCT ON (id) * FROM access.search_households($1::text[], $2::text[], $3::text[], $4, $5, $6::int) ORDER BY id, level) f
      ORDER BY level, name, id LIMIT $6::int),
    noted AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details, request_id)
      SELECT access.municipality(), access.user_id(), access.organisation(), 'household.searched', 'list',
        jsonb_build_object('count', least(count(*), $6::int - 1)), $7 FROM found)
    SELECT id, case_number AS "caseNumber", name, state, view, level, found_on AS "foundOn", first_name AS "firstName", infix, last_name AS "lastName" FROM found ORDER BY level, name, id`,
};

/** Finds families by name, case number or address, among those the actor may see. */
@Injectable()
export class HouseholdSearch {
  constructor(private readonly work: UnitOfWork) {}

  /** Throws `invalid` for less than three letters. Nothing tells what is not there from what is not theirs. */
  async find(actor: Actor, text: string): Promise<FoundFamilies> {
    const { starts, sounds, typos, caseNumber, address } = readSearch(text);
    const rows = await this.work.read<Row>(actor, SEARCH, [starts, sounds, typos, caseNumber, address, MOST_RESULTS + 1, actor.requestId ?? null]);
    return { items: rows.slice(0, MOST_RESULTS).map(toFound), more: rows.length > MOST_RESULTS };
  }
}

function toFound({ level, foundOn, firstName, infix, lastName, ...family }: Row): FoundFamily {
  const member: PersonName | null = firstName !== null && lastName !== null ? { firstName, infix, lastName } : null;
  const kind = MATCH_KINDS[level] ?? 'typo';
  return { ...family, match: { kind, on: foundOn, memberName: member ? [firstName, infix, lastName].filter(Boolean).join(' ') : null, why: whyFound(kind, foundOn, member) } };
}
