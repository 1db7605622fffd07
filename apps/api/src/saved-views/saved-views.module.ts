import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { SavedViewsController } from './saved-views.controller.js';

@Module({ imports: [RegieModule], controllers: [SavedViewsController] })
export class SavedViewsModule {}
