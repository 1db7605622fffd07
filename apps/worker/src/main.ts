import { NestFactory } from '@nestjs/core';
import { createLogger, exitWithParent, NestLogger, readSettings, SettingsError, tellParentReady } from '#platform';
import { WorkerModule } from './worker.module.js';

async function start(): Promise<void> {
  const settings = readSettings();
  const logger = new NestLogger(createLogger(settings.LOG_LEVEL, 'worker'));
  const app = await NestFactory.createApplicationContext(WorkerModule.forSettings(settings), { logger, abortOnError: false });
  app.enableShutdownHooks();
  exitWithParent(() => app.close());
  tellParentReady();
}

start().catch((error: unknown) => {
  const line = error instanceof SettingsError ? error.message : `De herinneraar kon niet starten: ${String(error)}`;
  process.stderr.write(`${line}\n`);
  process.exit(1);
});
