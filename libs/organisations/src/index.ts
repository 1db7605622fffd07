export { ActorsQueries, type OpenSession } from './actors.queries.js';
export { type BsnStanding, maySeeBsn, type OrganisationKind } from './domain/bsn-right.js';
export { type BsnSettings, bsnSettings } from './domain/bsn-settings.js';
export { OrganisationsQueries, type Me, type Partner } from './organisations.queries.js';
export { OrganisationsModule } from './organisations.module.js';
export { sessionHash, SessionsService } from './sessions.service.js';
