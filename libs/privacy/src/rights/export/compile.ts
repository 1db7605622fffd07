import { blacken, type RightsKind } from '../../domain/rights/index.js';
import type { Transaction } from '#platform';
import { looksAt } from './looks.js';
import { LEFT_OUT } from './registry.js';
import type { ExportScope } from './scope.js';
import { SECTIONS } from './sections.js';

export type ExportItem = Readonly<Record<string, unknown>>;

export interface ShownText {
  readonly label: string;
  readonly at: string | null;
  readonly text: string;
}

/** The export as data: what the JSON file is, and what the PDF is drawn from. Its shape is described in docs/rights-export.md. */
export interface RightsExportDocument {
  readonly format: 'naast-rights-export';
  readonly formatVersion: 1;
  readonly kind: 'access' | 'portability';
  readonly madeAt: string;
  readonly caseNumbers: readonly string[];
  readonly sections: readonly { readonly key: string; readonly title: string; readonly about: string; readonly items: readonly ExportItem[] }[];
  readonly texts: readonly ShownText[];
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

/** AVG 15 gives everything; AVG 20 what the person gave us or agreed to, to take along. */
export async function compileExport(tx: Transaction, kind: RightsKind, scope: ExportScope, texts: readonly ShownText[]): Promise<RightsExportDocument> {
  const portable = kind === 'portability';
  const sections = [];
  for (const { key, title, lead, sql } of SECTIONS.filter((section) => !portable || section.portable)) {
    const rows = await tx.query<{ item: ExportItem }>(sql, [scope.memberIds, scope.householdIds]);
    sections.push({ key, title, about: lead, items: rows.map(({ item }) => item) });
  }
  if (!portable) {
    const about = 'Elke keer dat iemand keek of iets deelde, staat in ons logboek. Hier staan de nieuwste 2.000.';
    sections.push({ key: 'looks', title: 'Wie uw gegevens bekeek', about, items: await looksAt(tx, scope) });
  }
  return withoutOthers({
    format: 'naast-rights-export', formatVersion: 1, kind: portable ? 'portability' : 'access', madeAt: tx.now.toISOString(),
    caseNumbers: scope.caseNumbers, sections, texts: portable ? [] : texts, leftOut: LEFT_OUT.map(([what, why]) => ({ what, why })),
  }, scope.wordsOfOthers);
}

/**
 * The net under everything: a name, telephone number or address of another member of the family that still stands anywhere is
 * blackened. It is no substitute for the columns that are chosen one by one and for the officer who reads the texts.
 */
export function withoutOthers<T>(value: T, words: readonly string[]): T {
  if (typeof value === 'string') return blacken(value, words) as T;
  if (Array.isArray(value)) return value.map((one) => withoutOthers<unknown>(one, words)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutOthers<unknown>(one, words)])) as T;
}
