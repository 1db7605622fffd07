import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { LegalBasesService } from './legal-bases.service.js';
import { AccessLogQueries } from './processing-log/access-log.queries.js';
import { AuditLogQueries } from './processing-log/audit-log.queries.js';
import { ProcessingActivitiesQueries } from './processing-log/processing-activities.queries.js';
import { ProcessingActivitiesService } from './processing-log/processing-activities.service.js';
import { BasisCatalogueService } from './records/basis-catalogue.service.js';
import { BirthdaysService } from './records/birthdays.service.js';
import { HelpAgreementsService } from './records/help-agreements.service.js';
import { MoverRecords } from './records/mover-records.service.js';
import { ParentalAuthorityService } from './records/parental-authority.service.js';
import { RecordEndingsService } from './records/record-endings.service.js';
import { RecordsQueries } from './records/records.queries.js';
import { RecordsSweepService } from './records/records-sweep.service.js';
import { RunningRecordsQueries } from './records/running-records.queries.js';
import { SecrecyReleasesService } from './records/secrecy-releases.service.js';
import { AgreementsQueries } from './sharing/agreements.queries.js';
import { AgreementsService } from './sharing/agreements.service.js';
import { SharingQueries } from './sharing.queries.js';

const services = [
  AccessLogQueries, AuditLogQueries, ProcessingActivitiesQueries, ProcessingActivitiesService,
  AgreementsService, AgreementsQueries,
  LegalBasesService, SharingQueries, SecrecyReleasesService, HelpAgreementsService, ParentalAuthorityService, BasisCatalogueService,
  RecordsQueries, RunningRecordsQueries, RecordEndingsService, RecordsSweepService, BirthdaysService, MoverRecords,
];

@Module({ imports: [HouseholdsModule], providers: services, exports: services })
export class PrivacyModule {}
