export { DestructionDeclarationQueries } from './destruction-declaration.queries.js';
export { DestructionItemsService, type KeepInput } from './destruction-items.service.js';
export { type DestructionItemView, DestructionListsQueries, type DestructionListView } from './destruction-lists.queries.js';
export { DestructionListsService } from './destruction-lists.service.js';
export { DestructionService } from './destruction.service.js';
export { type LegalHoldInput, LegalHoldsService, type LegalHoldView } from './legal-holds.service.js';
export { RetentionRulesService, type RetentionRuleView, type TermChange } from './retention-rules.service.js';
export { RetentionSweep } from './retention-sweep.service.js';
export { RetentionModule } from './retention.module.js';
