import { Injectable } from '@nestjs/common';
import { type Actor, isId, type LocalDate } from '#kernel';
import { decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import {
  allowedItemActions, allowedListTransitions, type DestructionItemState, type DestructionListState, HELP_KINDS, type HelpKind, KEPT_BECAUSE, type KeptBecause,
  mayApproveDestruction,
} from '../domain/index.js';
import { listNotFound } from './destruction-lists.service.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ListRow {
  readonly id: string;
  readonly number: number;
  readonly madeAt: Date;
  /** Null: the calendar. */
  readonly madeBy: Named | null;
  readonly state: DestructionListState;
  readonly approvedBy: Named | null;
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
  readonly doneAt: Date | null;
  readonly toDestroy: number;
  readonly kept: number;
  readonly destroyed: number;
  readonly failed: number;
  readonly version: number;
}

export interface DestructionListView extends ListRow {
  readonly total: number;
  readonly allowedActions: readonly string[];
  /** Why this reader can't agree, when that is because of who they are. */
  readonly whyNotApprove: string | null;
}

interface ItemRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly endedOn: LocalDate;
  readonly endState: string;
  readonly kinds: readonly HelpKind[];
  readonly rule: HelpKind;
  readonly mayGoOn: LocalDate;
  readonly hasChildren: boolean;
  readonly state: DestructionItemState;
  readonly keptBecause: KeptBecause | null;
  readonly keptReason: string | null;
  readonly keptUntil: LocalDate | null;
  readonly keptBy: string | null;
  readonly destroyedAt: Date | null;
  readonly rowsDestroyed: number | null;
  readonly failureCode: string | null;
  readonly version: number;
  readonly listState: DestructionListState;
}

export interface DestructionItemView extends Omit<ItemRow, 'listState' | 'kinds' | 'rule' | 'keptReason'> {
  /** In Dutch. */
  readonly kinds: readonly string[];
  readonly rule: string;
  /** The officer's words, or a fixed sentence. */
  readonly keptReason: string | null;
  /** Children were there and no youth help is written down: worth a look before it goes. */
  readonly maybeYouthHelp: boolean;
  readonly allowedActions: readonly string[];
}

const named = (column: string): string => `(SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = l.${column})`;
const counted = (state: string): string => `count(i.id) FILTER (WHERE i.state = '${state}')`;

const COLUMNS = `l.id, l.number, l.made_at AS "madeAt", ${named('made_by')} AS "madeBy", l.state, ${named('approved_by')} AS "approvedBy",
  l.approved_at AS "approvedAt", l.withdrawn_at AS "withdrawnAt", l.withdrawal_reason AS "withdrawalReason", l.done_at AS "doneAt",
  ${counted('proposed')} AS "toDestroy", ${counted('kept')} AS kept, ${counted('destroyed')} AS destroyed, ${counted('failed')} AS failed, l.version`;

const LISTS = {
  name: 'destruction-lists',
  text: `SELECT ${COLUMNS} FROM destruction_list l LEFT JOIN destruction_item i ON i.list_id = l.id
    WHERE l.municipality_id = $1 AND ($2::integer IS NULL OR l.number < $2) GROUP BY l.id ORDER BY l.number DESC LIMIT $3`,
};

const ONE = { name: 'destruction-list', text: `SELECT ${COLUMNS} FROM destruction_list l LEFT JOIN destruction_item i ON i.list_id = l.id WHERE l.id = $1 GROUP BY l.id` };

const ITEM_COLUMNS = `i.id, i.case_number AS "caseNumber", i.ended_on AS "endedOn", i.end_state AS "endState", i.kinds, i.rule, i.may_go_on AS "mayGoOn",
  i.has_children AS "hasChildren", i.state, i.kept_because AS "keptBecause", i.kept_reason AS "keptReason", i.kept_until AS "keptUntil",
  (SELECT u.name FROM app_user u WHERE u.id = i.kept_by) AS "keptBy", i.destroyed_at AS "destroyedAt", i.rows_destroyed AS "rowsDestroyed",
  i.failure_code AS "failureCode", i.version, l.state AS "listState"`;

const ITEMS = {
  name: 'destruction-items',
  text: `SELECT ${ITEM_COLUMNS} FROM destruction_item i JOIN destruction_list l ON l.id = i.list_id
    WHERE i.list_id = $1 AND ($2::text IS NULL OR (i.case_number, i.id) > ($2, $3::uuid)) ORDER BY i.case_number, i.id LIMIT $4`,
};

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isText = (value: unknown): boolean => typeof value === 'string';

/** Lists and what stands on them: case numbers and days, no names. */
@Injectable()
export class DestructionListsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. */
  async list(actor: Actor, limit: number, cursor?: string): Promise<Page<DestructionListView>> {
    const [before = null] = decodeCursor(cursor, [isNumber]) ?? [];
    const rows = await this.work.read<ListRow>(actor, LISTS, [actor.municipalityId, before, limit + 1]);
    return toPage(rows.map((row) => listView(actor, row)), limit, ({ number }) => [number]);
  }

  async getOne(actor: Actor, id: string): Promise<DestructionListView> {
    const [row] = await this.work.read<ListRow>(actor, ONE, [id]);
    if (!row) throw listNotFound();
    return listView(actor, row);
  }

  /** In the order of their case numbers. A list that one may not see has no items. */
  async listItems(actor: Actor, id: string, limit: number, cursor?: string): Promise<Page<DestructionItemView>> {
    const [caseNumber, after] = decodeCursor(cursor, [isText, isId]) ?? [null, null];
    const rows = await this.work.read<ItemRow>(actor, ITEMS, [id, caseNumber, after, limit + 1]);
    if (rows.length === 0 && cursor === undefined) await this.getOne(actor, id);
    return toPage(rows.map(itemView), limit, (last) => [last.caseNumber, last.id]);
  }
}

function listView(actor: Actor, row: ListRow): DestructionListView {
  const verdict = mayApproveDestruction(actor, { municipalityId: actor.municipalityId, madeBy: row.madeBy?.id ?? null });
  const possible = allowedListTransitions(row.state, row).filter((action) => action !== 'start' && action !== 'finish');
  return {
    ...row,
    total: row.toDestroy + row.kept + row.destroyed + row.failed,
    allowedActions: possible.filter((action) => action !== 'approve' || verdict.allowed),
    whyNotApprove: possible.includes('approve') && !verdict.allowed ? verdict.message : null,
  };
}

export function itemView({ listState, kinds, rule, keptReason, ...row }: ItemRow): DestructionItemView {
  return {
    ...row,
    kinds: kinds.map((kind) => HELP_KINDS[kind].name),
    rule: HELP_KINDS[rule].name,
    keptReason: keptReason ?? (row.keptBecause && KEPT_BECAUSE[row.keptBecause]),
    maybeYouthHelp: row.hasChildren && !kinds.includes('youth-help') && row.state === 'proposed',
    allowedActions: allowedItemActions(listState, row.state, row.keptBecause),
  };
}
