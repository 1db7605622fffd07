import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { PrivacyModule } from '#privacy';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';

@Module({ imports: [HouseholdsModule, PrivacyModule], controllers: [PeopleController], providers: [PeopleQueries] })
export class MembersApiModule {}
