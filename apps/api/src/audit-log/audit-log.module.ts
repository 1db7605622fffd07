import { Module } from '@nestjs/common';
import { PrivacyModule } from '#privacy';
import { AuditLogController } from './audit-log.controller.js';

@Module({ imports: [PrivacyModule], controllers: [AuditLogController] })
export class AuditLogModule {}
