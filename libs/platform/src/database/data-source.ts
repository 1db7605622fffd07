import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ONE_PLAN } from './read-pool.js';

/** The application's own connections: role `naast_app`, which owns no table and cannot bypass row-level security. */
export const createDataSource = (url: string, entities: EntityTarget<ObjectLiteral>[], poolSize: number, lost: (error: Error) => void): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: entities as never[],
    poolSize,
    applicationName: 'naast-write',
    extra: { options: ONE_PLAN },
    poolErrorHandler: lost,
    logging: false,
    synchronize: false,
  });
