import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { CaseloadQueries } from './caseload.queries.js';
import { DossierQueries } from './dossier.queries.js';
import { HouseholdsController } from './households.controller.js';

@Module({ imports: [HouseholdsModule], controllers: [HouseholdsController], providers: [CaseloadQueries, DossierQueries] })
export class HouseholdsApiModule {}
