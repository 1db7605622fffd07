import { ApiProperty } from '@nestjs/swagger';
import {
  DESTRUCTION_ITEM_STATES, DESTRUCTION_LIST_STATES, type DestructionItemState, type DestructionListState, KEPT_BECAUSE, type KeptBecause,
} from '#privacy';
import { NamedThing } from '../../me/me.response.js';

export class DestructionListResponse {
  id: string;
  /** Follows on in the municipality. */
  number: number;
  /** When it was made. */
  madeAt: Date;
  /** Who made it by hand; null: the calendar. */
  madeBy: NamedThing | null;
  @ApiProperty({ enum: Object.keys(DESTRUCTION_LIST_STATES) })
  state: DestructionListState;
  /** Who agreed. */
  approvedBy: NamedThing | null;
  /** When somebody agreed. */
  approvedAt: Date | null;
  /** When it was taken back. */
  withdrawnAt: Date | null;
  /** Why it was taken back. */
  withdrawalReason: string | null;
  /** When the last record was done. */
  doneAt: Date | null;
  /** How many records are still to be destroyed. */
  toDestroy: number;
  /** How many stay. */
  kept: number;
  /** How many are gone. */
  destroyed: number;
  /** How many did not succeed. */
  failed: number;
  /** How many there are in all. */
  total: number;
  /** Why this reader can't agree, in Dutch, when that is because of who they are. */
  whyNotApprove: string | null;
  version: number;
  allowedActions: readonly string[];
}

export class DestructionListsResponse {
  items: DestructionListResponse[];
  nextCursor: string | null;
}

export class DestructionItemResponse {
  id: string;
  caseNumber: string;
  /** Day on which the case ended. */
  endedOn: string;
  /** How it ended. */
  endState: string;
  /** Kinds of help in this record, in Dutch. */
  kinds: readonly string[];
  /** The kind whose term ends last. */
  rule: string;
  /** First day on which it may be destroyed. */
  mayGoOn: string;
  /** Whether children were in the family. */
  hasChildren: boolean;
  /** Children were there and no youth help is written down: worth a look. */
  maybeYouthHelp: boolean;
  @ApiProperty({ enum: Object.keys(DESTRUCTION_ITEM_STATES) })
  state: DestructionItemState;
  @ApiProperty({ enum: Object.keys(KEPT_BECAUSE), nullable: true })
  keptBecause: KeptBecause | null;
  /** Why it stays, in Dutch. */
  keptReason: string | null;
  /** First day on which it may come on a list again. */
  keptUntil: string | null;
  /** Name of who keeps it. */
  keptBy: string | null;
  /** When it was destroyed. */
  destroyedAt: Date | null;
  /** How many rows went. */
  rowsDestroyed: number | null;
  /** What the database answered when it did not succeed. */
  failureCode: string | null;
  version: number;
  allowedActions: readonly string[];
}

export class DestructionItemsResponse {
  items: DestructionItemResponse[];
  nextCursor: string | null;
}
