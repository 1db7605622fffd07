import { Module } from '@nestjs/common';
import { OrganisationsModule } from '#organisations';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { MeController } from './me.controller.js';

@Module({ imports: [OrganisationsModule, SignInModule], controllers: [MeController] })
export class MeModule {}
