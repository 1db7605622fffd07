import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { AccessLogController } from './access-log.controller.js';

@Module({ imports: [PrivacyModule], controllers: [AccessLogController] })
export class AccessLogModule {}
