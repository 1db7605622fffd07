import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { CanvasesQueries } from './canvases.queries.js';
import { CanvasesService } from './canvases.service.js';

@Module({ imports: [HouseholdsModule], providers: [CanvasesService, CanvasesQueries], exports: [CanvasesService, CanvasesQueries] })
export class DoorbraakModule {}
