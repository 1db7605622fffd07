export * from './domain/index.js';
export { AssignmentsService } from './assignments.service.js';
export { RegieModule } from './regie.module.js';
export { RegisseurAssignment } from './regisseur-assignment.entity.js';
