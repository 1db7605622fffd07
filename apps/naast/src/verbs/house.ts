import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Household, HouseholdMember, HouseholdsModule } from '#households';
import { OrganisationsModule } from '#organisations';
import { PlatformModule, readSettings, type Settings } from '#platform';

/** The same rooms as the API has, without its doors: administration goes through the same services and rules. */
@Module({})
class HouseModule {
  static on(settings: Settings): DynamicModule {
    const platform = PlatformModule.forApp('naast', settings, [Household, HouseholdMember]);
    return { module: HouseModule, imports: [platform, OrganisationsModule, HouseholdsModule] };
  }
}

export async function withHouse<T>(env: NodeJS.ProcessEnv, work: (house: INestApplicationContext) => Promise<T>): Promise<T> {
  const house = await NestFactory.createApplicationContext(HouseModule.on(readSettings(env)), { logger: false, abortOnError: false });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
