export * from './domain/index.js';
export { AssignmentsService } from './assignments.service.js';
export { RegieModule } from './regie.module.js';
export { RegisseurAssignment } from './regisseur-assignment.entity.js';
export { RegisseursQueries, type RegisseurWithCaseload } from './regisseurs.queries.js';
export { type Colleague, SubstitutionsQueries, type SubstitutionView } from './substitutions.queries.js';
export { type NewSubstitution, SubstitutionsService } from './substitutions.service.js';
export { WaitingListQueries, type WaitingFamily } from './waiting-list.queries.js';
