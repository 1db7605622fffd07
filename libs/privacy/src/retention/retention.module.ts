import { Module } from '@nestjs/common';
import { DestructionDeclarationQueries } from './destruction-declaration.queries.js';
import { DestructionItemsService } from './destruction-items.service.js';
import { DestructionListsQueries } from './destruction-lists.queries.js';
import { DestructionListsService } from './destruction-lists.service.js';
import { DestructionService } from './destruction.service.js';
import { LegalHoldsService } from './legal-holds.service.js';
import { RetentionRulesService } from './retention-rules.service.js';
import { RetentionSweep } from './retention-sweep.service.js';

const parts = [
  RetentionRulesService, LegalHoldsService, DestructionListsService, DestructionItemsService, DestructionListsQueries, DestructionDeclarationQueries,
  DestructionService, RetentionSweep,
];

/** Terms, holds and destruction; needs the ground floor only, so that API and worker both use it. */
@Module({ providers: parts, exports: parts })
export class RetentionModule {}
