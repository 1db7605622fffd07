import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { ReferralsModule } from '#referrals';
import { BasisCatalogueController } from './basis-catalogue.controller.js';
import { HelpAgreementsController } from './help-agreements.controller.js';
import { RunningRecordsController } from './running-records.controller.js';
import { SecrecyReleasesController } from './secrecy-releases.controller.js';

@Module({ imports: [PrivacyModule, ReferralsModule], controllers: [SecrecyReleasesController, HelpAgreementsController, BasisCatalogueController, RunningRecordsController] })
export class RecordsApiModule {}
