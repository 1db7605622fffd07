import { Module } from '@nestjs/common';
import { ActorsQueries } from './actors.queries.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { SessionsService } from './sessions.service.js';

@Module({
  providers: [ActorsQueries, OrganisationsQueries, SessionsService],
  exports: [ActorsQueries, OrganisationsQueries, SessionsService],
})
export class OrganisationsModule {}
