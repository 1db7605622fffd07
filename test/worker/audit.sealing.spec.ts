import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAuditedDatabase, aSlowWriter, type AuditedDatabase } from '../support/audited.js';
import { specSettings } from '../support/settings.js';
import { eventually, startWorker } from '../support/worker.js';

describe('sealing the audit', () => {
  let audit: AuditedDatabase;
  beforeEach(async () => void (audit = await anAuditedDatabase()));
  afterEach(() => audit.close());

  it('makes no writer wait for another, nor for the sealer', async () => {
    const slow = await aSlowWriter(audit);
    // Both of these would hang for ever if lines were chained while they are written.
    await audit.write('quick.write', 'quick.write');
    expect(await audit.seal()).toBeUndefined();
    await slow.commit();
    expect(await audit.seal()).toMatchObject({ number: 1, eventCount: 3 });
  });

  it('seals a line that commits after a seal with the next one, and stays intact', async () => {
    await audit.write('before');
    const slow = await aSlowWriter(audit);
    await audit.write('younger, and committed first');
    expect(await audit.seal()).toMatchObject({ number: 1, eventCount: 1 });
    expect(await audit.verify()).toEqual({ intact: true, seals: 1, events: 1, unsealed: 1 });
    await slow.commit();
    expect(await audit.seal()).toMatchObject({ number: 2, eventCount: 2 });
    expect(await audit.verify()).toEqual({ intact: true, seals: 2, events: 3, unsealed: 0 });
  });

  it('makes one seal when two workers seal at once', async () => {
    await audit.write('a', 'b', 'c');
    await Promise.all([audit.seal(), audit.seal(), audit.seal()]);
    expect(await audit.verify()).toEqual({ intact: true, seals: 1, events: 3, unsealed: 0 });
  });

  it('makes no seal of nothing', async () => {
    expect(await audit.seal()).toBeUndefined();
    expect(await audit.verify()).toEqual({ intact: true, seals: 0, events: 0, unsealed: 0 });
  });

  describe('by the worker', () => {
    let folder: string;
    beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'naast-anchor-'))));
    afterEach(() => rm(folder, { recursive: true }));

    const anchors = async (path: string) => (await readFile(path, 'utf8').catch(() => '')).split('\n').filter(Boolean).map((line) => JSON.parse(line));

    it('leaves a window of some five seconds, and notes each seal outside the database', async () => {
      const path = join(folder, 'anchor.jsonl');
      const worker = await startWorker(specSettings(audit.db.appUrl, { AUDIT_ANCHOR_FILE: path }));
      await audit.write('referral.sent');
      expect(await audit.verify()).toMatchObject({ unsealed: 1 });
      await eventually(() => audit.verify(), (verdict) => verdict.intact && verdict.unsealed === 0);
      const [anchor] = await eventually(() => anchors(path), (lines) => lines.length === 1);
      expect(await audit.verify(anchor)).toMatchObject({ intact: true, seals: 1 });
      await worker.close();
    });

    it('seals what is left when it stops', async () => {
      const path = join(folder, 'anchor.jsonl');
      const worker = await startWorker(specSettings(audit.db.appUrl, { AUDIT_ANCHOR_FILE: path }));
      await audit.write('referral.sent');
      await worker.close();
      expect(await audit.verify()).toMatchObject({ intact: true, seals: 1, unsealed: 0 });
      expect(await anchors(path)).toHaveLength(1);
    });
  });
});
