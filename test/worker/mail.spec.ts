import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { systemActor, UnitOfWork } from '#platform';
import { InboxService, type NotificationKind } from '#reminders';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { type SpecMailServer, startMailServer } from '../support/mail-server.js';
import { specSettings } from '../support/settings.js';
import { eventually, startWorker } from '../support/worker.js';

const PATIENCE_MS = 20_000;

describe('mail', () => {
  let db: SpecDatabase;
  let family: HouseholdFixture;
  let regisseurId: string;
  let server: SpecMailServer;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    db = await freshDatabase();
    family = await aHousehold(db);
    regisseurId = await userId(db, 'regisseur');
  });
  beforeEach(async () => {
    server = await startMailServer();
    worker = await startWorker(specSettings(db.appUrl, { SMTP_URL: server.url, PUBLIC_URL: 'https://naast.example' }));
  });
  afterEach(async () => {
    await worker.close();
    await server.stop();
  });
  afterAll(() => db.drop());

  const notify = (kind: NotificationKind, cause: string) =>
    worker.get(UnitOfWork).run(systemActor(family.municipalityId), (tx) =>
      worker.get(InboxService).notify(tx, { userId: regisseurId, kind, link: `/gezinnen/${family.id}`, cause }),
    );
  const mailRows = (cause: string) =>
    db.query<{ attempts: number; last_error: string | null; done_at: Date | null }>(
      `SELECT o.attempts, o.last_error, o.done_at FROM outbox o JOIN inbox_item i ON o.dedupe_key = 'mail:' || i.id WHERE i.cause = $1`, [cause],
    );

  it('brings the message of the inbox to the person: one sentence, a link, and nothing about the family', async () => {
    await notify('referral-accepted', 'spec:1');
    const [mail] = await eventually(async () => server.mails, (mails) => mails.length === 1);
    expect(mail?.to).toEqual(['jelle.hoekstra@wij.example']);
    expect(mail?.raw).toContain('Subject: Naast: Een verwijzing is aangenomen');
    expect(mail?.raw).toContain(`Een verwijzing is aangenomen.\r\nBekijk het in Naast: https://naast.example/gezinnen/${family.id}`);
    for (const personal of ['Bouzid', 'Fatima', 'Noor', 'Erik', '9711', '0612345678', family.caseNumber, 'Jelle']) expect(mail?.raw.split('\r\n\r\n').slice(1).join()).not.toContain(personal);
  });

  it('does not lose a mail while the mail server is away', async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    await notify('referral-late', 'spec:2');
    const [put] = await eventually(() => mailRows('spec:2'), ([row]) => (row?.attempts ?? 0) > 0);
    expect(put).toMatchObject({ done_at: null, last_error: expect.any(String) });
    server = await startMailServer(port);
    await eventually(async () => server.mails, (mails) => mails.length === 1, PATIENCE_MS);
    const [sent] = await eventually(() => mailRows('spec:2'), ([row]) => row?.done_at !== null);
    expect(sent?.last_error).toBeNull();
    expect(server.mails).toHaveLength(1);
  });

  it('sends one mail for one cause, however often the job is tried', async () => {
    await Promise.all([notify('reminder-due', 'spec:3'), notify('reminder-due', 'spec:3')]);
    await notify('reminder-due', 'spec:3');
    await eventually(() => mailRows('spec:3'), (rows) => rows.length === 1 && rows[0]?.done_at !== null);
    expect(server.mails).toHaveLength(1);
  });

  it('sends nothing to somebody who has left, and does not try again', async () => {
    await db.query('UPDATE app_user SET active = false WHERE id = $1', [regisseurId]);
    await notify('reminder-due', 'spec:4');
    await eventually(() => mailRows('spec:4'), ([row]) => row !== undefined && row.done_at !== null);
    expect(server.mails).toEqual([]);
    await db.query('UPDATE app_user SET active = true WHERE id = $1', [regisseurId]);
  });
});
