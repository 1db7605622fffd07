import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { exitWithParent, readSettings, SettingsError, tellParentReady } from '#platform';
import { ApiModule } from './api.module.js';
import { createServer } from './http/server.js';

const WEB = fileURLToPath(new URL('../../../web/', import.meta.url));

async function start(): Promise<void> {
  const settings = readSettings();
  const app = await createServer(ApiModule.forSettings(settings), settings);
  if (existsSync(WEB)) {
    await app.register(fastifyStatic, {
      root: WEB, wildcard: false, index: false, immutable: true, maxAge: '365d', preCompressed: true, globIgnore: ['**/index.html', '**/*.{br,gz}'],
    });
  }
  exitWithParent(() => app.close());
  await app.listen(settings.PORT, settings.HOST);
  tellParentReady();
}

start().catch((error: unknown) => {
  const line = error instanceof SettingsError ? error.message : `De API kon niet starten: ${String(error)}`;
  process.stderr.write(`${line}\n`);
  process.exit(1);
});
