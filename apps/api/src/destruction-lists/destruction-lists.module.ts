import { Module } from '@nestjs/common';
import { RetentionModule } from '#privacy';
import { DestructionListsController } from './destruction-lists.controller.js';

@Module({ imports: [RetentionModule], controllers: [DestructionListsController] })
export class DestructionListsApiModule {}
