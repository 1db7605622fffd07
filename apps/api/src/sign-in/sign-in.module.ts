import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrganisationsModule } from '#organisations';
import { ActorGuard } from './actor.guard.js';
import { BearerTokens } from './bearer-tokens.js';
import { Issuer } from './issuer.js';
import { KnownActors } from './known-actors.js';
import { SignInController } from './sign-in.controller.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [SignInController],
  providers: [Issuer, KnownActors, BearerTokens, { provide: APP_GUARD, useClass: ActorGuard }],
  exports: [KnownActors],
})
export class SignInModule {}
