import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Anchor } from '#platform';
import { anAuditedDatabase, type AuditedDatabase } from '../support/audited.js';

describe('verifying the audit', () => {
  let audit: AuditedDatabase;
  /** The last seal as the worker noted it outside the database. */
  let anchor: Anchor;

  beforeEach(async () => {
    audit = await anAuditedDatabase();
    await audit.write('referral.sent', 'referral.accepted', 'referral.completed');
    await audit.seal();
    await audit.write('household.read', 'household.read');
    const last = await audit.seal();
    anchor = { number: last?.number ?? 0, hash: last?.hash ?? '' };
  });
  afterEach(() => audit.close());

  it('says that an untouched audit is intact, and how many lines no seal protects yet', async () => {
    await audit.write('canvas.saved');
    expect(await audit.verify(anchor)).toEqual({ intact: true, seals: 2, events: 5, unsealed: 1 });
  });

  it.each([
    ['what was done', `action = 'referral.rejected'`],
    ['who did it', 'user_id = gen_random_uuid()'],
    ['when', `at = at - interval '1 second'`],
    ['about which family', 'household_id = gen_random_uuid()'],
    ['a detail', `details = '{"amountCents": 1}'`],
    ['from where', `origin = 'web 10.0.0.1'`],
    ['from where, left out', 'origin = NULL'],
    ['in which function', `roles = 'privacy-officer'`],
  ])('finds a changed line: %s', async (_what, change) => {
    await audit.db.query(`UPDATE audit_event SET ${change} WHERE action = 'referral.accepted'`);
    expect(await audit.verify(anchor)).toMatchObject({ intact: false, seal: 1, what: 'een regel is gewijzigd' });
  });

  it('hashes a line from before the log knew from where as it always did, and sees when that is filled in later', async () => {
    const db = audit.db;
    await db.query('TRUNCATE audit_event, audit_seal');
    await db.query(`INSERT INTO audit_event (action, subject_kind, origin, roles) VALUES ('old.line', 'referral', NULL, NULL)`);
    const [before] = await db.query<{ hash: string }>(`SELECT encode(sha256(decode(repeat('00', 32), 'hex') || sha256(jsonb_build_array(id, xact::text, extract(epoch FROM at)::text,
      municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)::text::bytea)), 'hex') AS hash FROM audit_event`);
    expect((await audit.seal())?.hash).toBe(before?.hash);
    await db.query(`UPDATE audit_event SET origin = 'worker'`);
    expect(await audit.verify()).toMatchObject({ intact: false, seal: 1, what: 'een regel is gewijzigd' });
  });

  it('finds a removed line', async () => {
    await audit.db.query(`DELETE FROM audit_event WHERE action = 'referral.accepted'`);
    expect(await audit.verify()).toMatchObject({ intact: false, seal: 1, what: 'er staan 2 regels, er waren er 3' });
  });

  it('finds an inserted line', async () => {
    await audit.db.query(`INSERT INTO audit_event (xact, action, subject_kind) SELECT xact, 'referral.invented', 'referral' FROM audit_event WHERE action = 'referral.sent'`);
    expect(await audit.verify()).toMatchObject({ intact: false, seal: 1, what: 'er staan 4 regels, er waren er 3' });
  });

  it('finds two lines that changed places in time', async () => {
    await audit.db.query(`UPDATE audit_event a SET action = b.action FROM audit_event b
      WHERE a.action <> b.action AND a.action IN ('referral.sent', 'referral.accepted') AND b.action IN ('referral.sent', 'referral.accepted')`);
    expect(await audit.verify()).toMatchObject({ intact: false, seal: 1 });
  });

  it('finds a missing seal in the middle, with its lines', async () => {
    await audit.write('canvas.saved');
    await audit.seal();
    await audit.db.query('DELETE FROM audit_event WHERE xact >= (SELECT from_xact FROM audit_seal WHERE number = 2) AND xact < (SELECT until_xact FROM audit_seal WHERE number = 2)');
    await audit.db.query('DELETE FROM audit_seal WHERE number = 2');
    expect(await audit.verify()).toMatchObject({ intact: false, seal: 3, what: 'er ontbreekt een zegel' });
  });

  it('finds a tail that was cut off together with its seal, by the seal outside the database', async () => {
    await audit.db.query('DELETE FROM audit_event WHERE xact >= (SELECT from_xact FROM audit_seal WHERE number = 2)');
    await audit.db.query('DELETE FROM audit_seal WHERE number = 2');
    // Inside the database nothing shows it any more: that is why the worker notes each seal outside.
    expect(await audit.verify()).toMatchObject({ intact: true, seals: 1 });
    expect(await audit.verify(anchor)).toMatchObject({ intact: false, seal: 2, what: expect.stringContaining('afgeknipt') });
  });

  it('finds an audit that was emptied and begun anew', async () => {
    await audit.db.query('TRUNCATE audit_event, audit_seal');
    await audit.write('household.read');
    await audit.seal();
    await audit.write('household.read');
    await audit.seal();
    expect(await audit.verify()).toMatchObject({ intact: true });
    expect(await audit.verify(anchor)).toMatchObject({ intact: false });
  });

  it('lets the application change, remove or empty nothing', async () => {
    const { uow, municipalityId } = audit;
    for (const text of [`UPDATE audit_event SET action = 'x'`, 'DELETE FROM audit_event', 'TRUNCATE audit_event', 'DELETE FROM audit_seal', `UPDATE audit_seal SET event_count = 1`]) {
      const attempt = uow.run({ userId: '', organisationId: '', municipalityId, roles: ['privacy-officer'], teamIds: [], kind: 'system', purpose: 'audit.seal' }, (tx) => tx.query(text));
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});
