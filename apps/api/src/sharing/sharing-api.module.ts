import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { RegieModule } from '#regie';
import { SharingController } from './sharing.controller.js';
import { WhoSeesWhatQueries } from './who-sees-what.queries.js';

@Module({ imports: [PrivacyModule, RegieModule], controllers: [SharingController], providers: [WhoSeesWhatQueries] })
export class SharingApiModule {}
