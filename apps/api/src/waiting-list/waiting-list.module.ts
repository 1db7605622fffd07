import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { WaitingListController } from './waiting-list.controller.js';

@Module({ imports: [RegieModule], controllers: [WaitingListController] })
export class WaitingListModule {}
