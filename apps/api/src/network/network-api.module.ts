import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { BackedUpQueries } from './backed-up.queries.js';
import { NetworkController } from './network.controller.js';

@Module({ imports: [HouseholdsModule], controllers: [NetworkController], providers: [BackedUpQueries] })
export class NetworkApiModule {}
