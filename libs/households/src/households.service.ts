import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, refuseInvalid } from '#kernel';
import { BsnVault, Clock, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type HouseholdReport, mayReportHousehold, type ReportedPerson, reportProblems } from './domain/index.js';
import { normalisedNameOf } from './domain/intake-export/index.js';
import { readEmail, readPhone } from './domain/intake-export/cells/contact.js';
import { IntakeDesk, type TakenIn } from './intake-desk.service.js';

refuseOnConstraint('household_external_ref_once', 'household.known', 'Dit aanmeldnummer is al bekend in deze gemeente.');

interface KnownPerson {
  readonly case_number: string | null;
  readonly same_bsn: boolean;
}

export interface RegisterHousehold extends HouseholdReport {
  /** The reporter looked: another person with the same name and birth date. Never holds for the same BSN. */
  readonly anotherPerson?: boolean;
}

/** A family that somebody reports by hand. */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: IntakeDesk,
    private readonly vault: BsnVault,
    private readonly clock: Clock,
  ) {}

  /** Puts a reported family on the waiting list. Throws `invalid` with the fields, `conflict` when the main person is known. */
  register(actor: Actor, report: RegisterHousehold): Promise<TakenIn & { version: number }> {
    assertAllowed(mayReportHousehold(actor), 'household.report');
    refuseInvalid('household.invalid', reportProblems(report, this.clock.today()));
    return this.work.run(actor, async (tx) => {
      await this.desk.waitForTurn(tx);
      await this.refuseKnown(tx, report);
      const [taken] = await this.desk.takeIn(tx, [{ ...report, members: report.members.map(tidyContact) }]);
      if (!taken) throw new Error('the household was not taken in');
      return { ...taken, version: 1 };
    });
  }

  private async refuseKnown(tx: Transaction, { members, anotherPerson }: RegisterHousehold): Promise<void> {
    const at = members.findIndex(({ role }) => role === 'main');
    const main = members[at];
    if (!main) return;
    const known: KnownPerson[] = [];
    for (const index of main.bsn ? this.vault.indexesOf(main.bsn) : [null]) {
      known.push(...(await tx.query<KnownPerson>('SELECT case_number, same_bsn FROM access.find_known_person($1, $2, $3)', [
        index, normalisedNameOf(main), main.birthDate,
      ])));
    }
    const closest = known.find(({ same_bsn: sameBsn }) => sameBsn) ?? known[0];
    if (closest && (closest.same_bsn || !anotherPerson)) throw alreadyKnown(closest, `members.${at}`);
  }
}

// Whoever may not see that dossier learns that there is one, and not which: enough to not report a family twice.
function alreadyKnown({ case_number: caseNumber }: KnownPerson, field: string): DomainError {
  const message = caseNumber
    ? `De hoofdpersoon is al bekend bij gezin ${caseNumber}. Kijk eerst daar.`
    : 'De hoofdpersoon is al bekend in deze gemeente. Overleg met je teamleider.';
  return new DomainError('household.known', message, { kind: 'conflict', fields: [{ name: field, message }] });
}

function tidyContact(person: ReportedPerson): ReportedPerson {
  const phone = person.phone ? readPhone(person.phone) : undefined;
  const email = person.email ? readEmail(person.email) : undefined;
  return { ...person, phone: phone?.ok ? phone.value : null, email: email?.ok ? email.value : null };
}
