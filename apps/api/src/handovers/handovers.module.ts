import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { HandoversController } from './handovers.controller.js';

@Module({ imports: [RegieModule], controllers: [HandoversController] })
export class HandoversApiModule {}
