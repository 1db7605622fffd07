import { Module } from '@nestjs/common';
import { RightsModule } from '#privacy';
import { MembersController } from './members.controller.js';
import { RightsExportsController } from './rights-exports.controller.js';
import { RightsRequestsController } from './rights-requests.controller.js';

@Module({ imports: [RightsModule], controllers: [RightsRequestsController, RightsExportsController, MembersController] })
export class RightsRequestsApiModule {}
