import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

/** The application's own connections: role `naast_app`, which owns no table and cannot bypass row-level security. */
export const createDataSource = (url: string, entities: EntityTarget<ObjectLiteral>[], poolSize: number): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: entities as never[],
    poolSize,
    applicationName: 'naast-write',
    logging: false,
    synchronize: false,
  });
