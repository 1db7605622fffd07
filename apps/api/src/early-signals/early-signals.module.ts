import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { EarlySignalImportsController } from './early-signal-imports.controller.js';
import { EarlySignalsController } from './early-signals.controller.js';

@Module({ imports: [RegieModule], controllers: [EarlySignalImportsController, EarlySignalsController] })
export class EarlySignalsModule {}
