export { ActorsQueries, type OpenSession } from './actors.queries.js';
export { OrganisationsQueries, type Me, type Partner } from './organisations.queries.js';
export { OrganisationsModule } from './organisations.module.js';
export { sessionHash, SessionsService } from './sessions.service.js';
