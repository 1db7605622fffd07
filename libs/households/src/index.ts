export * from './domain/index.js';
export { HouseholdMember } from './household-member.entity.js';
export { Household } from './household.entity.js';
export { householdNotFound, HouseholdStory, staleHousehold } from './household-story.service.js';
export { HouseholdsModule } from './households.module.js';
export { HouseholdsService, type RegisterHousehold } from './households.service.js';
export { IntakeImportsQueries, type ImportReport, type ImportSummary } from './intake-imports.queries.js';
export { IntakeImportsService } from './intake-imports.service.js';
