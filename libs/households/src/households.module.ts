import { Module } from '@nestjs/common';
import { BsnLook } from './bsn/bsn-look.service.js';
import { BsnService } from './bsn/bsn.service.js';
import { HouseholdStory } from './household-story.service.js';
import { HouseholdsService } from './households.service.js';
import { IntakeDesk } from './intake-desk.service.js';
import { IntakeImportsQueries } from './intake-imports.queries.js';
import { IntakeImportsService } from './intake-imports.service.js';
import { AddressesService } from './members/addresses.service.js';
import { DeparturesService } from './members/departures.service.js';
import { MemberContactService } from './members/member-contact.service.js';
import { MembersService } from './members/members.service.js';
import { NetworkService } from './network/network.service.js';
import { RepresentativesService } from './network/representatives.service.js';

const PEOPLE = [MembersService, DeparturesService, MemberContactService, AddressesService, RepresentativesService, NetworkService];

@Module({
  providers: [...PEOPLE, BsnLook, BsnService, HouseholdStory, IntakeDesk, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
  exports: [...PEOPLE, BsnService, HouseholdStory, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
})
export class HouseholdsModule {}
