import { Module } from '@nestjs/common';
import { OrganisationsModule } from '#organisations';
import { OrganisationsController } from './organisations.controller.js';

@Module({ imports: [OrganisationsModule], controllers: [OrganisationsController] })
export class OrganisationsApiModule {}
