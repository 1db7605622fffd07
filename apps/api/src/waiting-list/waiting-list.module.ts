import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { WaitingFamilyController } from './waiting-family.controller.js';
import { WaitingListController } from './waiting-list.controller.js';

@Module({ imports: [RegieModule], controllers: [WaitingListController, WaitingFamilyController] })
export class WaitingListModule {}
