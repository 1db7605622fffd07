import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel';
import type { LaunchSettings } from '../../apps/naast/src/environment.js';
import { exportVerb } from '../../apps/naast/src/verbs/export.js';
import { importVerb } from '../../apps/naast/src/verbs/import.js';
import { rearmVerb } from '../../apps/naast/src/verbs/rearm.js';
import type { Verb } from '../../apps/naast/src/verbs/verb.js';
import { verifyAuditVerb } from '../../apps/naast/src/verbs/verify-audit.js';
import { anAuditedDatabase, type AuditedDatabase } from '../support/audited.js';
import { aHousehold } from '../support/households.js';

const DEMO_FILE = 'demo/aanmeldingen.csv';

describe('naast, the command for administration', () => {
  let audit: AuditedDatabase;
  let dataDir: string;

  beforeAll(async () => {
    audit = await anAuditedDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'naast-administration-'));
  });
  afterAll(async () => {
    await audit.close();
    await rm(dataDir, { recursive: true });
  });

  /** Runs a verb on the spec's database and answers what it printed. */
  const run = async (verb: Verb, ...args: string[]): Promise<string> => {
    const settings = { dataDir, host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', pgPort: 0, oidcPort: 1, databaseUrl: audit.db.appUrl, migratorUrl: audit.db.migratorUrl, oidcIssuer: undefined } satisfies LaunchSettings;
    let said = '';
    await verb.run({ settings, args, say: (line) => (said += `${line}\n`) });
    return said;
  };

  describe('import', () => {
    it('takes in a file as the person named, who must be of the team', async () => {
      const said = await run(importVerb, DEMO_FILE, '--as', 'case-worker', '--safety-checked');
      expect(said).toMatch(/^\d+ van 217 regels overgenomen: \d+ nieuwe gezinnen, \d+ nieuwe mensen, 0 al bekend\.\n\d+ regels niet overgenomen:\n {2}rij \d+, /);
      const [line] = await audit.db.query(`SELECT u.subject FROM audit_event e JOIN app_user u ON u.id = e.user_id WHERE e.action = 'intake.imported'`);
      expect(line).toEqual({ subject: 'case-worker' });
    });

    it('adds nobody when the file comes a second time', async () => {
      const count = () => audit.db.query('SELECT count(*) AS n FROM household_member');
      const before = await count();
      expect(await run(importVerb, DEMO_FILE, '--as', 'case-worker', '--safety-checked')).toContain(' 0 nieuwe gezinnen, 0 nieuwe mensen, ');
      expect(await count()).toEqual(before);
    });

    it('refuses who may not report families, and changes nothing', async () => {
      await expect(run(importVerb, DEMO_FILE, '--as', 'gkb', '--safety-checked')).rejects.toThrow('Alleen het team kan een gezin aanmelden.');
    });

    it.each([
      [[DEMO_FILE, '--as', 'case-worker'], /veiligheid/],
      [[DEMO_FILE, '--safety-checked'], /namens wie/],
      [['--as', 'case-worker', '--safety-checked'], /één bestand/],
      [[DEMO_FILE, '--als', 'case-worker'], /--als klopt niet/],
      [['bestaat-niet.csv', '--as', 'case-worker', '--safety-checked'], /is er niet/],
      [[DEMO_FILE, '--as', 'burgemeester', '--safety-checked'], /Niemand logt in als/],
    ])('says in Dutch what is wrong with %j', async (args, message) => {
      await expect(run(importVerb, ...args)).rejects.toThrow(message);
    });
  });

  describe('export', () => {
    it('writes who waits in one municipality, without BSN, formulas neutralised, and leaves a line in the audit', async () => {
      await aHousehold(audit.db, { regisseur: null, name: '=HYPERLINK("http://example")', urgency: 'spoed', protectedAddress: true });
      await aHousehold(audit.db, { regisseur: null, teamOf: 'team-lead-hoogeveen', name: 'Familie Hoogeveen' });
      const csv = await run(exportVerb, '--municipality', 'groningen', '--what', 'waiting-list');
      const lines = csv.slice(0, -2).split('\r\n');
      expect(lines[0]).toBe('\uFEFFZaaknummer;Gezin;Team;Urgentie;Reden;Aangemeld op;Wacht (dagen);Laatst gebeld op;Bron;Leefgebieden;Wijk;Mensen;Kinderen');
      expect(csv).toContain(`"'=HYPERLINK(""http://example"")";WIJ Noord;`);
      expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/;spreekuur;Geld;;3;1$/);
      expect(csv).not.toContain('Hoogeveen');
      expect(csv).not.toMatch(/\b\d{9}\b/);
      const [line] = await audit.db.query<{ details: { rows: number } }>(`SELECT details FROM audit_event WHERE action = 'waiting-list.exported'`);
      expect(line?.details).toEqual({ rows: lines.length - 1, account: expect.any(String) });
    });

    it.each([
      [['--what', 'waiting-list'], /Noem de gemeente/],
      [['--municipality', 'Groningen', '--what', 'alles'], /waiting-list/],
      [['--municipality', 'Atlantis', '--what', 'waiting-list'], /staat niet in Naast/],
    ])('says in Dutch what is wrong with %j', async (args, message) => {
      await expect(run(exportVerb, ...args)).rejects.toThrow(message);
    });
  });

  it('rearm sets every open alarm anew', async () => {
    expect(await run(rearmVerb)).toBe('Er staat niets open.\n');
    await audit.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at, armed_at) VALUES ($1, $2, 'reminder.due', '{}', now(), now())`, [newId(), audit.municipalityId]);
    expect(await run(rearmVerb)).toBe('1 taak staat open. De wekkers worden opnieuw gezet.\n');
    expect(await audit.db.query('SELECT count(*) AS n FROM outbox WHERE armed_at IS NOT NULL')).toEqual([{ n: 0 }]);
  });

  describe('verify-audit', () => {
    const anchorFile = () => join(dataDir, 'audit-anchor.jsonl');

    it('says in one line what was checked, what is not sealed yet and that it cannot see a cut-off end without anchor', async () => {
      await audit.seal();
      await audit.write('referral.sent', 'referral.sent');
      expect(await run(verifyAuditVerb)).toMatch(/^Het logboek klopt: \d+ regels in 1 zegel\. Nog niet verzegeld: 2 regels\. Er is geen zegel buiten de database \(AUDIT_ANCHOR_FILE\), .*\n$/);
    });

    it('compares with the youngest seal outside the database, in whatever order two workers noted them', async () => {
      const seal = await audit.seal();
      await writeFile(anchorFile(), `${JSON.stringify(seal)}\n${JSON.stringify({ number: 1, hash: 'noted later by another worker' })}\n`);
      expect(await run(verifyAuditVerb)).toMatch(/Het laatste zegel buiten de database \(2\) is hetzelfde\.\n$/);
      await appendFile(anchorFile(), `${JSON.stringify({ number: 3, hash: '00' })}\n`);
      await expect(run(verifyAuditVerb)).rejects.toThrow(/^Het logboek klopt niet\. Zegel 3: .*afgeknipt/);
    });

    it('does not trust an anchor file that was damaged', async () => {
      await writeFile(anchorFile(), `${(await readFile(anchorFile(), 'utf8')).slice(0, 30)}\n`);
      await expect(run(verifyAuditVerb)).rejects.toThrow(/Regel 1 van .* is geen zegel/);
    });

    it('says which seal is broken', async () => {
      await rm(anchorFile());
      await audit.db.query(`DELETE FROM audit_event WHERE action = 'intake.imported'`);
      await expect(run(verifyAuditVerb)).rejects.toThrow(/^Het logboek klopt niet\. Zegel 1: er staan \d+ regels, er waren er \d+\.$/);
    });
  });
});
