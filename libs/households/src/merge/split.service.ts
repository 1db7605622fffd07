import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, localDateOf, newId, partsOf, refuseInvalid } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { householdName, type Leaver, maySplit, type Present, splitProblems } from '../domain/index.js';
import { HouseholdStory, staleHousehold } from '../household-story.service.js';
import type { LookAgain } from '../members/departures.service.js';

export interface NewSplit {
  readonly members: readonly Leaver[];
  /** Who becomes the main person here, when that one goes. */
  readonly mainHereId: string | null;
  /** Of the new household, when it may be known here; never shown in this dossier. */
  readonly address: { postcode: string; houseNumber: string; suffix?: string; city: string; protected: boolean } | null;
  /** The safety of who goes was looked at: the new dossier waits for a regisseur. Else somebody looks first. */
  readonly safetyChecked: boolean;
}

export interface SplitOff {
  readonly id: string;
  readonly caseNumber: string;
}

type Member = Present & { readonly infix: string | null; readonly lastName: string };

const MEMBERS = `SELECT id, role, infix, last_name AS "lastName" FROM household_member WHERE household_id = $1 AND left_on IS NULL ORDER BY id`;
const DOOR = 'SELECT access.split_household($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9::date) AS "caseNumber"';

/** After a divorce: part of the family gets a dossier of its own, and neither side reads where the other is (decision 28). */
@Injectable()
export class SplitService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** `look` says what becomes of the records of who leaves; none goes along. Throws `invalid` when one side would be empty. */
  split(actor: Actor, householdId: string, input: NewSplit, version: number, look: LookAgain): Promise<SplitOff> {
    return this.work.run(actor, async (tx) => {
      const household = await this.story.hold(tx, householdId);
      const [{ works } = { works: false }] = await tx.query<{ works: boolean }>('SELECT access.works_in($1) AS works', [householdId]);
      assertAllowed(maySplit(actor, { works, state: household.state }), 'household.split');
      if (household.version !== version) throw staleHousehold();
      const here = await tx.query<Member>(MEMBERS, [householdId]);
      refuseInvalid('household.split', splitProblems(here, input.members, input.mainHereId));
      const made = await this.splitOff(tx, householdId, here, input);
      for (const { memberId } of input.members.filter(({ staysToo }) => !staysToo)) await look(tx, { householdId, memberId, on: localDateOf(tx.now) });
      await this.note(tx, householdId, made.id, input);
      return made;
    });
  }

  private async splitOff(tx: Transaction, householdId: string, here: readonly Member[], input: NewSplit): Promise<SplitOff> {
    const [id, today] = [newId(), localDateOf(tx.now)];
    const main = here.find((member) => input.members.some((leaver) => leaver.memberId === member.id && leaver.role === 'main'));
    if (!main) throw new Error('a split without a main person passed its checks');
    const people = input.members.map(({ memberId, role, staysToo }) => ({ id: memberId, role, stays: staysToo }));
    const [row] = await tx.query<{ caseNumber: string }>(DOOR, [
      householdId, id, householdName(main), partsOf(today).year, JSON.stringify(people), input.mainHereId, input.address && JSON.stringify(input.address),
      input.safetyChecked, today,
    ]);
    return { id, caseNumber: row?.caseNumber ?? '' };
  }

  // The one line does not lead to the other: who reads the log of one family learns nothing of the other.
  private async note(tx: Transaction, householdId: string, newHouseholdId: string, { members }: NewSplit): Promise<void> {
    const details = { left: members.filter(({ staysToo }) => !staysToo).length, inBoth: members.filter(({ staysToo }) => staysToo).length };
    await this.audit.record(tx, { action: 'household.split', subjectKind: 'household', subjectId: householdId, householdId, details });
    await this.audit.record(tx, { action: 'household.split-off', subjectKind: 'household', subjectId: newHouseholdId, householdId: newHouseholdId, details: { people: members.length } });
  }
}
