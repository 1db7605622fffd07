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
import { MergeQueries } from './merge/merge.queries.js';
import { MergeService } from './merge/merge.service.js';
import { SplitService } from './merge/split.service.js';
import { NetworkService } from './network/network.service.js';
import { RepresentativesService } from './network/representatives.service.js';
import { HouseholdSearch } from './search/household-search.queries.js';

const PEOPLE = [MembersService, DeparturesService, MemberContactService, AddressesService, RepresentativesService, NetworkService];

const FINDING = [HouseholdSearch, MergeQueries, MergeService, SplitService];

@Module({
  providers: [...PEOPLE, ...FINDING, BsnLook, BsnService, HouseholdStory, IntakeDesk, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
  exports: [...PEOPLE, ...FINDING, BsnService, HouseholdStory, HouseholdsService, IntakeImportsService, IntakeImportsQueries],
})
export class HouseholdsModule {}
