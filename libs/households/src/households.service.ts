import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, refuseInvalid } from '#kernel';
import { Audit, BsnVault, Clock, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type HouseholdReport, mayReportHousehold, type ReportedPerson, reportProblems } from './domain/index.js';
import { normalisedNameOf } from './domain/intake-export/index.js';
import { readEmail, readPhone } from './domain/intake-export/cells/contact.js';
import { IntakeDesk, type TakenIn } from './intake-desk.service.js';

refuseOnConstraint('household_external_ref_once', 'household.known', 'Dit aanmeldnummer is al bekend in deze gemeente.');

/** What another room does in the same transaction once the family is taken in; when it throws, nothing was. */
export type AlsoDo = (tx: Transaction, family: TakenIn) => Promise<void>;
const nothingMore: AlsoDo = () => Promise.resolve();

interface KnownPerson {
  readonly case_number: string | null;
  readonly same_bsn: boolean;
}

interface Refused {
  readonly known: KnownPerson;
  readonly field: string;
}

export interface RegisterHousehold extends HouseholdReport {
  /** The reporter looked: another person with the same name and birth date. Never holds for the same BSN. */
  readonly anotherPerson?: boolean;
  /** False: nobody looked yet whether everybody is safe, so the family does not wait for a regisseur but for that. */
  readonly safetyChecked: boolean;
}

/** A family that somebody reports by hand. */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: IntakeDesk,
    private readonly vault: BsnVault,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Puts a reported family on the waiting list, once somebody looked at its safety. Throws `invalid` with the fields, `conflict` when the main person is known. */
  async register(actor: Actor, report: RegisterHousehold, alsoDo: AlsoDo = nothingMore): Promise<TakenIn & { version: number }> {
    assertAllowed(mayReportHousehold(actor), 'household.report');
    refuseInvalid('household.invalid', reportProblems(report, this.clock.today()));
    const outcome = await this.work.run(actor, async (tx) => {
      const taken = await this.takeIn(tx, report);
      if ('id' in taken) await alsoDo(tx, taken);
      return taken;
    });
    // After its transaction: a report can ask whether somebody is known here, so that line stands although the report does not.
    if ('known' in outcome) throw alreadyKnown(outcome.known, outcome.field);
    return outcome;
  }

  private async takeIn(tx: Transaction, report: RegisterHousehold): Promise<(TakenIn & { version: number }) | Refused> {
    await this.desk.waitForTurn(tx);
    const at = report.members.findIndex(({ role }) => role === 'main');
    const known = await this.findKnown(tx, report.members[at]);
    if (known && (known.same_bsn || !report.anotherPerson)) {
      await this.audit.record(tx, { action: 'household.known-refused', subjectKind: 'municipality', subjectId: tx.actor.municipalityId, details: { sameBsn: known.same_bsn } });
      return { known, field: `members.${at}` };
    }
    const [taken] = await this.desk.takeIn(tx, [{ ...report, members: report.members.map(tidyContact) }], report.safetyChecked);
    if (!taken) throw new Error('the household was not taken in');
    return { ...taken, version: 1 };
  }

  private async findKnown(tx: Transaction, main: ReportedPerson | undefined): Promise<KnownPerson | undefined> {
    if (!main) return undefined;
    const known: KnownPerson[] = [];
    for (const index of main.bsn ? this.vault.indexesOf(main.bsn) : [null]) {
      known.push(...(await tx.query<KnownPerson>('SELECT case_number, same_bsn FROM access.find_known_person($1, $2, $3)', [
        index, normalisedNameOf(main), main.birthDate,
      ])));
    }
    return known.find(({ same_bsn: sameBsn }) => sameBsn) ?? known[0];
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
