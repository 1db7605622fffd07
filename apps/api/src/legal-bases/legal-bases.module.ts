import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { ReferralsModule } from '#referrals';
import { LegalBasesController } from './legal-bases.controller.js';

@Module({ imports: [PrivacyModule, ReferralsModule], controllers: [LegalBasesController] })
export class LegalBasesModule {}
