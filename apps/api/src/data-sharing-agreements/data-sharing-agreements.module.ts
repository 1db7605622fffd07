import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { DataSharingAgreementsController } from './data-sharing-agreements.controller.js';

@Module({ imports: [PrivacyModule], controllers: [DataSharingAgreementsController] })
export class DataSharingAgreementsModule {}
