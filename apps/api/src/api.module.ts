import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { PlatformModule, type Clock, type Settings } from '#platform';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RetryInterceptor } from './http/retry.interceptor.js';
import { entities, features } from './features.js';

/** The doors of the house: one module per feature, and the rules that hold for every request. */
@Module({})
export class ApiModule {
  static forSettings(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forApp('api', settings, entities, clock), ...features],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: RetryInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
      ],
    };
  }
}
