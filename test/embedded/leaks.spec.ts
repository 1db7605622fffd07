import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { BsnVault } from '#platform';
import { CLIENT_ID, PERSONA_GRANT } from '../../apps/naast/src/issuer/names.js';
import { PERSONAS } from '../../apps/naast/src/personas.js';
import { freePort } from '../../apps/naast/src/ports.js';
import { loadSecrets, type Secrets } from '../../apps/naast/src/secrets.js';
import { type Errors, playErrors, STRANGER } from '../support/leak-errors.js';
import { findLeaks, type PersonRow, type Secret, secretsOfAddress, secretsOfPerson, type Source } from '../support/leak-search.js';
import { type SpecMailServer, startMailServer } from '../support/mail-server.js';

const SECONDS_FOR_A_BUILD = 240;
/** What is told beside the families: who did what, what still has to happen, and what people are told. */
const TOLD = ['outbox', 'inbox_item', 'audit_event', 'audit_seal', 'processing_log'];

let dataDir: string;
let env: Record<string, string>;
let naast: ChildProcess;
let said = '';
let db: pg.Client;
let mail: SpecMailServer;
let secrets: Secrets;
let errors: Errors;
let sources: Source[];
let wanted: Secret[];

async function until(look: () => Promise<boolean> | boolean, seconds: number, what: string): Promise<void> {
  for (let tries = seconds * 5; !(await look()); tries -= 1) {
    if (tries === 0 || naast.exitCode !== null) throw new Error(`${what}: it never came. ${said.slice(-600)}`);
    await pause(200);
  }
}

/** The real thing, as `npm start` does it, with every word it can say and a mail server that listens. */
async function start(): Promise<void> {
  dataDir = join(await mkdtemp(join(tmpdir(), 'naast-leaks-')), '.naast');
  await chmod(join(dataDir, '..'), 0o755);
  mail = await startMailServer();
  const [PORT, OIDC_PORT, PG_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  env = { PATH: process.env.PATH ?? '', NAAST_DATA: dataDir, PORT: `${PORT}`, OIDC_PORT: `${OIDC_PORT}`, PG_PORT: `${PG_PORT}`, LOG_LEVEL: 'debug', SMTP_URL: mail.url };
  naast = spawn(process.execPath, ['apps/naast/start.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [naast.stdout, naast.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(() => said.includes('Naast draait op'), SECONDS_FOR_A_BUILD, 'start');
  secrets = await loadSecrets(dataDir);
  db = new pg.Client({ host: '127.0.0.1', port: PG_PORT, user: 'naast_migrator', password: secrets.migratorPassword, database: 'naast' });
  db.on('error', () => undefined);
  await db.connect();
}

async function playJourney(): Promise<void> {
  const journey = spawn(process.execPath, ['apps/naast/start.js', 'demo-journey'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [journey.stdout, journey.stderr]) stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const code = await new Promise((resolve) => journey.once('close', resolve));
  if (code !== 0) throw new Error(`the journey broke: ${told.slice(-1_000)}`);
}

async function tokenOf(persona: string): Promise<string> {
  const answer = await fetch(`http://localhost:${env['OIDC_PORT']}/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: PERSONA_GRANT, persona }),
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${encodeURIComponent(secrets.oidcClientSecret)}`).toString('base64')}` },
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

// The terminal says who you can be in the demo; one of them is a resident of one of its families.
const withoutPersonas = (text: string): string => PERSONAS.reduce((rest, { name }) => rest.replaceAll(name, '(persona)'), text);

const rows = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => (await db.query<Row>(text)).rows;
const dump = async (table: string): Promise<Source> => ({ name: table, text: (await rows<{ line: string }>(`SELECT t::text AS line FROM ${table} t`)).map(({ line }) => line).join('\n') });

const queueTables = async (): Promise<Source[]> => {
  const tables = await rows<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`);
  return Promise.all(tables.map(({ name }) => dump(name)));
};

/** A job that waits in the queue while we look: done ones leave it at once. Its text names somebody of the family. */
async function remindLater(): Promise<void> {
  const headers = { authorization: `Bearer ${await tokenOf('regisseur')}`, 'content-type': 'application/json' };
  const address = `http://localhost:${env['PORT']}`;
  const { items } = (await (await fetch(`${address}/v1/households?state=active`, { headers })).json()) as { items: { id: string; name: string }[] };
  const [family] = items;
  const body = JSON.stringify({ title: `Bel ${family?.name} terug`, dueAt: new Date(Date.now() + 110_000).toISOString() });
  const { status } = await fetch(`${address}/v1/households/${family?.id}/reminders`, { method: 'POST', headers, body });
  expect(status).toBe(201);
}

async function collect(): Promise<Source[]> {
  const logs = await Promise.all((await readdir(join(dataDir, 'logs'))).map(async (file) => ({ name: `logs/${file}`, text: await readFile(join(dataDir, 'logs', file), 'utf8') })));
  const told = [...(await Promise.all(TOLD.map(dump))), ...(await queueTables())];
  const anchor = { name: 'audit anchor', text: await readFile(join(dataDir, 'audit-anchor.jsonl'), 'utf8').catch(() => '') };
  const mails = mail.mails.map(({ raw }, at) => ({ name: `mail ${at + 1}`, text: raw }));
  return [...logs, ...told, anchor, ...mails, { name: 'terminal', text: withoutPersonas(said) }, { name: 'error answers', text: errors.answers.join('\n') }];
}

function inParts({ name, ...rest }: { name: string; phone: string | null; email: string | null }): PersonRow {
  const [firstName = '', ...others] = name.split(' ');
  return { firstName, infix: null, lastName: others.join(' '), ...rest };
}

/** Every BSN, name and address there is now: of the demo, of the journey and of the import file. */
async function allSecrets(): Promise<Secret[]> {
  const vault = new BsnVault(secrets.bsnKeys, secrets.bsnIndexKey);
  const sealed = await rows<{ sealed: Buffer }>('SELECT bsn_sealed AS sealed FROM household_member WHERE bsn_sealed IS NOT NULL');
  const people = await rows<PersonRow>(`SELECT first_name AS "firstName", infix, last_name AS "lastName", phone, email FROM household_member`);
  // Who stands around a family, and whom creditors told about: names in one piece.
  const around = await rows<{ name: string; phone: string | null; email: string | null }>(`SELECT name, phone, email FROM network_person WHERE name LIKE '% %'
    UNION SELECT name, phone, email FROM legal_representative WHERE name LIKE '% %' UNION SELECT name, NULL, NULL FROM early_signal_case WHERE name LIKE '% %'`);
  const homes = await rows<{ postcode: string; houseNumber: string }>(`SELECT postcode, house_number AS "houseNumber" FROM household WHERE postcode IS NOT NULL
    UNION SELECT postcode, house_number FROM early_signal_case UNION SELECT postcode, house_number FROM past_address WHERE postcode IS NOT NULL AND house_number IS NOT NULL`);
  const file = [...(await readFile('demo/aanmeldingen.csv', 'latin1')).matchAll(/;(\d{9});/g)];
  return [
    ...sealed.map((row): Secret => ({ kind: 'BSN', value: vault.open(row.sealed) })),
    ...file.map(([, bsn = '']): Secret => ({ kind: 'BSN', value: bsn })),
    ...[...people, ...around.map(inParts)].flatMap(secretsOfPerson), ...homes.flatMap(secretsOfAddress), ...STRANGER,
  ];
}

/** Everything that is due was done: nothing more will be told. */
const isQuiet = async (): Promise<boolean> => (await rows('SELECT FROM outbox WHERE done_at IS NULL AND run_at <= now()')).length === 0;

beforeAll(async () => {
  await start();
  await playJourney();
  const superuser = new pg.Client({ host: '127.0.0.1', port: Number(env['PG_PORT']), user: 'postgres', password: secrets.superuserPassword, database: 'naast' });
  await superuser.connect();
  errors = await playErrors({ address: `http://localhost:${env['PORT']}`, tokenOf, superuser });
  await superuser.end();
  await remindLater();
  await until(isQuiet, 60, 'outbox');
  await until(async () => (await queueTables()).some(({ text }) => text.includes('outboxId')), 30, 'a job in the queue');
  await until(async () => (await rows('SELECT FROM processing_log LIMIT 1')).length > 0, 60, 'processing log');
  [sources, wanted] = [await collect(), await allSecrets()];
}, 600_000);
afterAll(async () => {
  await db?.end();
  naast?.kill('SIGINT');
  if (naast?.exitCode === null) await new Promise((resolve) => naast.once('close', resolve));
  await mail?.stop();
  await rm(join(dataDir, '..'), { recursive: true, force: true });
}, 60_000);

describe('a dump of logs, queue and mail', () => {
  it('is of something that really happened: every source says something, and every kind of secret is searched for', () => {
    for (const name of ['logs/api.log', 'logs/worker.log', 'logs/postgres.log', 'outbox', 'inbox_item', 'audit_event', 'processing_log', 'mail 1', 'error answers']) {
      expect([name, (sources.find((source) => source.name === name)?.text.length ?? 0) > 0]).toEqual([name, true]);
    }
    expect(sources.filter(({ name }) => name.startsWith('bullmq')).some(({ text }) => text.includes('outboxId'))).toBe(true);
    const counted = Object.fromEntries(['BSN', 'name', 'phone', 'email', 'address'].map((kind) => [kind, wanted.filter((secret) => secret.kind === kind).length]));
    expect(Object.values(counted).every((count) => count > 50)).toBe(true);
    process.stdout.write(`searched for: ${JSON.stringify(counted)} in ${sources.length} sources, ${sources.reduce((sum, { text }) => sum + text.length, 0)} characters\n`);
  });

  it('is of one run: no part broke on what was sent, nor when its connections were cut', () => {
    expect(said).not.toContain('start opnieuw');
    expect(errors.answers.some((answer) => answer.startsWith('5'))).toBe(true);
  });

  it('holds no BSN, no name and no address of anybody', () => {
    expect(findLeaks(sources, wanted)).toEqual([]);
  });

  it('would show one: planted in a source, each kind is found, however it is written', () => {
    const planted: [Secret['kind'], string][] = [
      ['BSN', '{"bsn":"999990019"}'], ['BSN', 'GET /v1/households?q=999990019'], ['BSN', 'bsn 9999.90.019'],
      ['name', '{"msg":"Zebedeüs van Kwakkelstein is weg"}'], ['name', 'naam=Zebede%C3%BCs%20van+Kwakkelstein'], ['name', 'zebede\\u00fcs van kwakkelstein'],
      ['phone', '06-5 5 5 1 2 3 4 5'.replaceAll(' ', '').replace('06-', '06 ')], ['email', 'to: zebedeus@kwakkelstein.example'], ['address', 'Failing row contains (9799 XQ, 4321)'],
    ];
    for (const [kind, text] of planted) {
      const found = findLeaks([{ name: 'planted', text }], kind === 'phone' ? [{ kind, value: '06 55512345' }] : STRANGER);
      expect([text, found.map((leak) => leak.kind)]).toEqual([text, expect.arrayContaining([kind])]);
    }
    const [first] = wanted as [Secret];
    expect(findLeaks([...sources, { name: 'planted', text: `een ${first.value} erbij` }], wanted)).toEqual([expect.objectContaining({ source: 'planted', kind: first.kind })]);
  });
});

describe('the whole database', () => {
  it('holds no BSN in clear text: not in a note, a kept answer, a file or an index', async () => {
    const tables = await rows<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`);
    const dumped: Source[] = [];
    for (const { name } of tables) dumped.push(await dump(name));
    const bsns = wanted.filter(({ kind }) => kind === 'BSN');
    const inHex = bsns.map(({ value }): Secret => ({ kind: 'BSN', value: Buffer.from(value).toString('hex') }));
    const leaks = [...findLeaks(dumped, bsns), ...dumped.flatMap(({ name, text }) => inHex.filter(({ value }) => text.includes(value)).map(({ kind }) => ({ source: name, kind, around: 'as bytes' })))];
    expect(leaks).toEqual([]);
  });
});
