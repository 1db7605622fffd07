import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { LegalBasesService } from './legal-bases.service.js';
import { SharingQueries } from './sharing.queries.js';

@Module({ imports: [HouseholdsModule], providers: [LegalBasesService, SharingQueries], exports: [LegalBasesService, SharingQueries] })
export class PrivacyModule {}
