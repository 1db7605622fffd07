import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Secret } from './leak-search.js';

/** Somebody whom Naast never takes in: everything that is asked about him is refused, and a refusal must not repeat him. */
export const STRANGER: readonly Secret[] = [
  { kind: 'BSN', value: '999990019' },
  { kind: 'BSN', value: '999990018' },
  { kind: 'name', value: 'Zebedeüs van Kwakkelstein' },
  { kind: 'phone', value: '0655512345' },
  { kind: 'email', value: 'zebedeus@kwakkelstein.example' },
  { kind: 'address', value: '9799 XQ' },
];
const [BSN, NAME] = ['999990019', 'Zebedeüs van Kwakkelstein'];
const JSON_TYPE = { 'content-type': 'application/json' };

const MAN = { role: 'main', firstName: 'Zebedeüs', infix: 'van', lastName: 'Kwakkelstein', birthDate: '1970-01-01', bsn: BSN, phone: '0655512345', email: 'zebedeus@kwakkelstein.example' };
const REPORT = {
  urgency: 'hoog', reportedOn: '2026-11-20', source: 'spreekuur', lifeDomains: ['finances'], safetyChecked: true, note: `${NAME}, BSN ${BSN}`,
  address: { postcode: '9799 XQ', houseNumber: '4321', city: 'Groningen', protected: true }, members: [MAN],
};

interface Running {
  readonly address: string;
  readonly superuser: pg.Client;
  tokenOf(persona: string): Promise<string>;
}
export interface Errors {
  /** Every error answer, headers and all: these go to whoever asked, and to their proxies. */
  readonly answers: string[];
}

const report = (more: object): [string, string, RequestInit] => ['case-worker', '/v1/households', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ ...REPORT, ...more }) }];
const post = (persona: string, path: string, body: unknown): [string, string, RequestInit] => [persona, path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }];

/** All that people and systems send wrong, with a person in it. */
const WRONG: [persona: string, path: string, init: RequestInit][] = [
  report({ members: [{ ...MAN, bsn: '999990018' }] }),
  report({ safetyChecked: false }),
  report({ members: [{ ...MAN, birthDate: '2099-01-01' }] }),
  report({ members: [] , lifeDomains: [NAME] }),
  report({ note: `${NAME} ${BSN} `.repeat(2_000) }),
  report({ urgency: NAME, [BSN]: 'unknown field', source: `${NAME}\u0000` }),
  report({ members: [{ ...MAN, [NAME]: BSN }] }),
  ['case-worker', '/v1/households', { method: 'POST', headers: JSON_TYPE, body: `{"members":[{"bsn":"${BSN}","lastName":"${NAME}"` }],
  ['case-worker', '/v1/households', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: `${NAME} ${BSN}` }],
  ['case-worker', '/v1/households', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ note: `${NAME} ${BSN}`.repeat(20_000) }) }],
  ['case-worker', '/v1/households', { method: 'POST', headers: { ...JSON_TYPE, 'idempotency-key': `${BSN} ${encodeURIComponent(NAME)}` }, body: JSON.stringify(REPORT) }],
  ['regisseur', `/v1/households/${BSN}`, {}],
  ['regisseur', `/v1/households?state=${BSN}&cursor=${encodeURIComponent(NAME)}`, {}],
  ['regisseur', `/v1/households/${encodeURIComponent(NAME)}/members/${BSN}/bsn-reveal`, { method: 'POST', headers: JSON_TYPE, body: '{}' }],
  ['regisseur', `/v1/nergens/${BSN}?naam=${encodeURIComponent(NAME)}`, {}],
  ['regisseur', `/v1/households/%zz${BSN}`, {}],
  ['regisseur', `/gezinnen/${BSN}?naam=${encodeURIComponent(NAME)}`, {}],
  ['regisseur', '/v1/today', { headers: { authorization: `Bearer ${BSN}.${Buffer.from(NAME).toString('base64url')}.x` } }],
  ['regisseur', '/v1/households', { headers: { 'user-agent': `${BSN} Zebedeus van Kwakkelstein`, referer: `http://localhost/?bsn=${BSN}`, 'x-forwarded-for': BSN } }],
  post('case-worker', '/v1/bsn-lookup', { bsn: BSN }),
  post('case-worker', '/v1/bsn-lookup', { bsn: '999990018' }),
  post('regisseur', '/v1/bsn-lookup', { bsn: BSN }),
  post('gkb', '/v1/bsn-lookup', { bsn: BSN }),
  ['case-worker', `/v1/intake-imports?fileName=${encodeURIComponent(`${NAME} ${BSN}.csv`)}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: `Naam;BSN\r\n${NAME};${BSN}` }],
  ['case-worker', '/v1/intake-imports?fileName=x.csv&safetyChecked=true', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: `Naam;BSN\r\n"${NAME};${BSN}` }],
];

/** Plays everything that goes wrong against a running Naast, also while its connections to the database are cut. */
export async function playErrors({ address, tokenOf, superuser }: Running): Promise<Errors> {
  const answers: string[] = [];
  const tokens = new Map<string, Promise<string>>();
  const ask = async ([persona, path, init]: [string, string, RequestInit]): Promise<void> => {
    const token = tokens.get(persona) ?? tokenOf(persona);
    tokens.set(persona, token);
    const headers = { authorization: `Bearer ${await token}`, ...(init.headers as Record<string, string>) };
    const send = (): Promise<Response> => fetch(new URL(path, address), { redirect: 'manual', ...init, headers });
    // A connection on which too much was sent is closed; who sends again gets an answer, or Naast is gone and that is a fault.
    const answer = await send().catch(send);
    if (answer.status >= 400) answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
  };
  for (const wrong of WRONG) await ask(wrong);
  await ask(['case-worker', '/v1/intake-imports?fileName=slecht.csv&safetyChecked=true', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: await withBadRows() }]);
  // In the middle of a write, of a read and of a job the database goes away.
  const cut = (): Promise<unknown> => superuser.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'naast_app'`);
  const look = post('case-worker', '/v1/bsn-lookup', { bsn: BSN });
  const taken = report({ note: undefined, members: [{ ...MAN, bsn: undefined }] });
  for (let turn = 0; turn < 5; turn += 1) await Promise.all([look, taken, look, taken].map(ask).concat(cut().then(() => undefined)));
  return { answers };
}

/** The export of the demo with something wrong in every tenth row. */
async function withBadRows(): Promise<Uint8Array> {
  const lines = (await readFile('demo/aanmeldingen.csv', 'latin1')).split('\r\n');
  return Buffer.from(lines.map((line, at) => (at > 0 && at % 10 === 0 ? line.replace(/;(\d{4}) ?([A-Z]{2});/, ';$1;') : line)).join('\r\n'), 'latin1');
}
