import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, formatLocalDate, type LocalDate, localDateOf } from '#kernel';
import { type PdfContent, UnitOfWork, writeCsv, writePdf } from '#platform';
import { HELP_KINDS, type HelpKind } from '../domain/index.js';
import { listNotFound } from './destruction-lists.service.js';

interface DestroyedRecord {
  readonly caseNumber: string;
  readonly rule: HelpKind;
  readonly endedOn: LocalDate;
  readonly mayGoOn: LocalDate;
  readonly destroyedOn: LocalDate;
  readonly rows: number;
}

interface Declaration {
  readonly number: number;
  readonly municipality: string;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly doneAt: Date | null;
  readonly records: readonly DestroyedRecord[];
}

// Taking it out is noted: it leaves the house.
const DECLARATION = {
  name: 'destruction-declaration',
  text: `WITH list AS (SELECT * FROM destruction_list WHERE id = $1),
    noted AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, details, request_id)
      SELECT municipality_id, access.user_id(), access.organisation(), 'destruction-list.declared', 'destruction-list', id, jsonb_build_object('format', $3::text), $2 FROM list WHERE done_at IS NOT NULL)
    SELECT l.number, m.name AS municipality, (SELECT u.name FROM app_user u WHERE u.id = l.approved_by) AS "approvedBy", l.approved_at AS "approvedAt", l.done_at AS "doneAt",
      coalesce((SELECT json_agg(json_build_object('caseNumber', i.case_number, 'rule', i.rule, 'endedOn', i.ended_on, 'mayGoOn', i.may_go_on,
        'destroyedOn', (i.destroyed_at AT TIME ZONE 'Europe/Amsterdam')::date, 'rows', i.rows_destroyed) ORDER BY i.case_number)
        FROM destruction_item i WHERE i.list_id = l.id AND i.state = 'destroyed'), '[]') AS records
    FROM list l JOIN municipality m ON m.id = l.municipality_id`,
};

const HEADER = ['Zaaknummer', 'Bewaartermijn van', 'Zaak geëindigd op', 'Mocht weg vanaf', 'Vernietigd op', 'Aantal regels'];

/** The declaration of destruction (Archiefbesluit 1995, article 8): what was destroyed, on which ground and how. */
@Injectable()
export class DestructionDeclarationQueries {
  constructor(private readonly work: UnitOfWork) {}

  async csv(actor: Actor, id: string): Promise<string> {
    const { records } = await this.get(actor, id, 'csv');
    return writeCsv(HEADER, records.map((one) => [one.caseNumber, HELP_KINDS[one.rule].name, one.endedOn, one.mayGoOn, one.destroyedOn, String(one.rows)]));
  }

  async pdf(actor: Actor, id: string, now: Date): Promise<Buffer> {
    return writePdf(contentOf(await this.get(actor, id, 'pdf'), now));
  }

  private async get(actor: Actor, id: string, format: string): Promise<Declaration> {
    const [declaration] = await this.work.read<Declaration>(actor, DECLARATION, [id, actor.requestId ?? null, format]);
    if (!declaration) throw listNotFound();
    if (!declaration.doneAt) throw new DomainError('destruction-list.not-done', 'Deze lijst is nog niet uitgevoerd. Daarna komt de verklaring.', { kind: 'conflict' });
    return declaration;
  }
}

function contentOf({ number, municipality, approvedBy, approvedAt, doneAt, records }: Declaration, now: Date): PdfContent {
  const day = (moment: Date | null): string => (moment ? formatLocalDate(localDateOf(moment)) : 'onbekend');
  return {
    title: 'Verklaring van vernietiging',
    footer: `Gemeente ${municipality}, vernietigingslijst ${number}`,
    madeAt: now,
    blocks: [
      { kind: 'facts', facts: [['Gemeente', municipality], ['Vernietigingslijst', String(number)], ['Akkoord van', approvedBy ?? 'onbekend'], ['Akkoord op', day(approvedAt)], ['Uitgevoerd op', day(doneAt)], ['Aantal dossiers', String(records.length)]] },
      { kind: 'heading', level: 2, text: 'Grond' },
      { kind: 'paragraph', text: 'Van deze dossiers is de bewaartermijn voorbij (Archiefwet 1995, artikel 3 en 5; AVG, artikel 5, eerste lid, onder e). Bij elk dossier staat van welke soort hulp de termijn gold.' },
      { kind: 'heading', level: 2, text: 'Wijze van vernietiging' },
      { kind: 'paragraph', text: 'Alle regels, zoekgegevens en bestanden van het gezin zijn verwijderd uit de database. Het logboek bewaart dat dit is gebeurd, zonder namen. Reservekopieën verlopen volgens het schema van de beheerder.' },
      { kind: 'heading', level: 2, text: 'Vernietigde dossiers' },
      { kind: 'list', items: records.map((one) => `${one.caseNumber}: ${HELP_KINDS[one.rule].name}, geëindigd op ${formatLocalDate(one.endedOn)}, vernietigd op ${formatLocalDate(one.destroyedOn)}.`) },
    ],
  };
}
