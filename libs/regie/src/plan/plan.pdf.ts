import { capitalise, formatLocalDate } from '#kernel';
import { LIFE_DOMAINS } from '#households';
import { type PdfBlock, type PdfContent, writePdf } from '#platform';
import { planChanges, planOnPage, type PlanPage, shortened, type SnapshotAction, teamPhone } from '../domain/index.js';
import type { FamilyPlanRow } from './family-plan.view.js';

/** The plan for the family, on one page: the most important that fits, and a line that says so when there is more. */
export async function planPdf(row: FamilyPlanRow, madeAt: Date): Promise<Buffer> {
  const { total } = planOnPage(row, Number.MAX_SAFE_INTEGER);
  for (let most = Math.min(total, MOST_TRIED); ; most -= Math.max(1, Math.ceil(most / 6))) {
    const pdf = await writePdf(contentOf(row, planOnPage(row, Math.max(most, 0)), madeAt));
    if (most <= 0 || pagesOf(pdf) === 1) return pdf;
  }
}

/** More lines than this never fit on one page, however short they are. */
const MOST_TRIED = 40;

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

function contentOf(row: FamilyPlanRow, page: PlanPage, madeAt: Date): PdfContent {
  return {
    title: `Het plan van ${row.household.name.replace(/^Familie/, 'familie')}`,
    footer: 'Naast · gezinsplan', madeAt,
    blocks: [
      { kind: 'paragraph', text: standing(row) },
      ...page.groups.flatMap(({ goal, actions }): PdfBlock[] => [
        { kind: 'heading', level: 3, text: goal ? `${goal.words} (${LIFE_DOMAINS[goal.lifeDomain].toLowerCase()})` : 'Verder doen we' },
        actions.length > 0 ? { kind: 'list', items: actions.map(lineOf) } : { kind: 'paragraph', text: 'We spreken nog af wie wat doet.' },
      ]),
      ...(page.leftOut > 0 ? [{ kind: 'paragraph', text: `Niet alles past op deze bladzijde. Hier staat wat het eerst komt. De rest van het plan (${page.leftOut} ${page.leftOut === 1 ? 'regel' : 'regels'}) bespreken we samen.` } as const] : []),
      { kind: 'facts', facts: contact(row) },
    ],
  };
}

const lineOf = ({ owner, what, dueOn }: SnapshotAction): string => `${capitalise(owner)}: ${what}. Klaar op ${formatLocalDate(dueOn)}.`;

function standing(row: FamilyPlanRow): string {
  const { agreed, household } = row;
  if (!agreed) return `Zaak ${household.caseNumber}. Dit is een plan in de maak. U heeft nog geen ja gezegd tegen dit plan.`;
  const changed = planChanges(agreed.snapshot, row).length > 0 ? ' Daarna is er iets veranderd. Dat bespreken we samen.' : '';
  const reservations = agreed.reservations ? ` U zei daarbij: "${shortened(agreed.reservations, 300)}"` : '';
  return `Zaak ${household.caseNumber}. Op ${formatLocalDate(agreed.agreedOn)} zei u ja tegen dit plan.${reservations}${changed}`;
}

function contact({ regisseur, plan, settings, teamId }: FamilyPlanRow): [string, string][] {
  const phone = teamPhone(settings, teamId);
  return [
    ['Uw regisseur', regisseur ?? 'nog niet bekend'],
    ...(phone ? [['Telefoon', phone] as [string, string]] : []),
    ['We kijken samen opnieuw op', plan?.reviewOn ? formatLocalDate(plan.reviewOn) : 'een dag die we nog afspreken'],
  ];
}
