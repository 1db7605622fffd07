import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { RegisseursController } from './regisseurs.controller.js';

@Module({ imports: [RegieModule], controllers: [RegisseursController] })
export class RegisseursModule {}
