import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { SharingController } from './sharing.controller.js';
import { WhoSeesWhatQueries } from './who-sees-what.queries.js';

@Module({ imports: [PrivacyModule], controllers: [SharingController], providers: [WhoSeesWhatQueries] })
export class SharingApiModule {}
