import { Module } from '@nestjs/common';
import { DoorbraakModule } from '#doorbraak';
import { CanvasesController } from './canvases.controller.js';

@Module({ imports: [DoorbraakModule], controllers: [CanvasesController] })
export class CanvasesModule {}
