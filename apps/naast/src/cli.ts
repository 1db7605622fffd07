import { DomainError } from '#kernel';
import { readEnvironment } from './environment.js';
import { LaunchError } from './launch-error.js';
import { exportVerb } from './verbs/export.js';
import { importVerb } from './verbs/import.js';
import { migrateVerb } from './verbs/migrate.js';
import { newSecretsVerb } from './verbs/new-secrets.js';
import { prepareDatabaseVerb } from './verbs/prepare-database.js';
import { rearmVerb } from './verbs/rearm.js';
import { rotateBsnKeysVerb } from './verbs/rotate-bsn-keys.js';
import { seedVerb } from './verbs/seed.js';
import { BadUse, type Verb } from './verbs/verb.js';
import { verifyAuditVerb } from './verbs/verify-audit.js';

/** Administration: one line per verb. */
const VERBS: readonly Verb[] = [migrateVerb, prepareDatabaseVerb, newSecretsVerb, importVerb, exportVerb, verifyAuditVerb, rearmVerb, rotateBsnKeysVerb, seedVerb];

/** `npm run naast -- <verb>` */
export async function main([name, ...args]: string[]): Promise<void> {
  if (!name || name === '--help' || name === 'help') return say(help());
  const verb = VERBS.find((one) => one.name === name);
  if (!verb) throw new LaunchError(`De opdracht '${name}' bestaat niet. Kies uit: ${VERBS.map((one) => one.name).join(', ')}.`);
  if (args.includes('--help')) return say(`npm run naast -- ${verb.usage}\n\n${verb.explains}`);
  try {
    await verb.run({ settings: readEnvironment(), args, say });
  } catch (error) {
    if (error instanceof BadUse) throw new LaunchError(`${error.message} Zo gebruikt u het: npm run naast -- ${verb.usage}`);
    if (error instanceof DomainError) throw new LaunchError(error.message);
    throw error;
  }
}

function help(): string {
  const width = Math.max(...VERBS.map((one) => one.usage.length));
  const lines = VERBS.map((one) => `  ${one.usage.padEnd(width)}  ${one.does}`);
  return ['Beheer van Naast', '', '  npm run naast -- <opdracht>', '', ...lines, '', 'Meer over een opdracht: npm run naast -- <opdracht> --help'].join('\n');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
