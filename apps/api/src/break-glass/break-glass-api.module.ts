import { Module } from '@nestjs/common';
import { BreakGlassModule } from '#privacy';
import { BreakGlassController } from './break-glass.controller.js';

@Module({ imports: [BreakGlassModule], controllers: [BreakGlassController] })
export class BreakGlassApiModule {}
