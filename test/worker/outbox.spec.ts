import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { openAlarmQueue, Outbox, type Settings, systemActor, UnitOfWork } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { hasRedis, startRedis, type SpecRedis } from '../support/redis.js';
import { specSettings } from '../support/settings.js';
import { eventually, startWorker } from '../support/worker.js';

const backends: [name: string, available: boolean][] = [['PostgreSQL', true], ['Redis', hasRedis()]];

for (const [backend, available] of backends) {
  (available ? describe : describe.skip)(`the outbox with the queue on ${backend}`, () => {
    let db: SpecDatabase;
    let redis: SpecRedis | undefined;
    let settings: Settings;
    let worker: INestApplicationContext | undefined;
    let municipalityId: string;
    let householdId: string;
    let regisseurId: string;

    beforeAll(async () => {
      db = await freshDatabase();
      redis = backend === 'Redis' ? await startRedis() : undefined;
      settings = specSettings(db.appUrl, { REDIS_URL: redis?.url });
      const [row] = await db.query<{ m: string; t: string; r: string }>(
        `SELECT m.id AS m, t.id AS t, u.id AS r FROM municipality m JOIN team t ON t.municipality_id = m.id AND t.name = 'WIJ Noord',
           app_user u WHERE m.name = 'Groningen' AND u.subject = 'regisseur'`,
      );
      municipalityId = row?.m ?? '';
      regisseurId = row?.r ?? '';
      householdId = newId();
      await db.query(
        `INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
         VALUES ($1, $2, $3, '2026-000001', 'Familie Bos', 'intake', 'normaal', '2026-11-01', 'zelfmelding', 1, 0)`,
        [householdId, municipalityId, row?.t],
      );
    });

    afterEach(async () => {
      await worker?.close();
      worker = undefined;
    });

    afterAll(async () => {
      await redis?.stop();
      await db.drop();
    });

    const aReminder = async (dueInMs: number): Promise<string> => {
      const id = newId();
      await db.query(
        `INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state)
         VALUES ($1, $2, $3, $4, 'person', 'reminder-due', 'Bel de corporatie', now() + make_interval(secs => $5), 'scheduled')`,
        [id, householdId, municipalityId, regisseurId, dueInMs / 1000],
      );
      return id;
    };
    const arm = (uow: UnitOfWork, reminderId: string, fail = false): Promise<void> =>
      uow.run(systemActor(municipalityId), async (tx) => {
        const [row] = await tx.query<{ due_at: Date }>('SELECT due_at FROM reminder WHERE id = $1', [reminderId]);
        await new Outbox().add(tx, { kind: 'reminder.due', payload: { reminderId }, runAt: row?.due_at, dedupeKey: `reminder:${reminderId}` });
        if (fail) throw new Error('something broke after the outbox row was written');
      });
    const messagesAbout = (reminderId: string) =>
      db.query<{ link: string }>('SELECT link FROM inbox_item WHERE cause = $1', [`reminder:${reminderId}`]);
    const state = async (reminderId: string) => (await db.query<{ state: string }>('SELECT state FROM reminder WHERE id = $1', [reminderId]))[0]?.state;

    it('publishes nothing after a rollback', async () => {
      worker = await startWorker(settings);
      const uow = worker.get(UnitOfWork);
      const undone = await aReminder(0);
      const stands = await aReminder(0);
      await expect(arm(uow, undone, true)).rejects.toThrow('something broke');
      await arm(uow, stands);
      // The one that stands is the proof that the worker looked after the rollback.
      await eventually(() => messagesAbout(stands), (found) => found.length === 1);
      expect(await messagesAbout(undone)).toEqual([]);
      expect(await state(undone)).toBe('scheduled');
    });

    it('fires a reminder at its moment, once, with a link and no personal data', async () => {
      worker = await startWorker(settings);
      const reminder = await aReminder(700);
      await arm(worker.get(UnitOfWork), reminder);
      expect(await messagesAbout(reminder)).toEqual([]);
      const found = await eventually(() => messagesAbout(reminder), (messages) => messages.length > 0);
      expect(found).toEqual([{ link: `/gezinnen/${householdId}` }]);
      expect(await state(reminder)).toBe('fired');
    });

    it('does not lose a reminder that came due while no worker ran', async () => {
      const reminder = await aReminder(-60_000);
      await db.query(
        `INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, 'reminder.due', $3, now() - interval '1 minute')`,
        [newId(), municipalityId, JSON.stringify({ reminderId: reminder })],
      );
      worker = await startWorker(settings);
      await eventually(() => messagesAbout(reminder), (messages) => messages.length === 1);
    });

    it('re-arms from the rows when the queue was wiped, and still fires once', async () => {
      worker = await startWorker(settings);
      const reminder = await aReminder(60_000);
      await arm(worker.get(UnitOfWork), reminder);
      await eventually(() => db.query('SELECT armed_at FROM outbox WHERE dedupe_key = $1 AND armed_at IS NOT NULL', [`reminder:${reminder}`]), (rows) => rows.length === 1);
      const queue = openAlarmQueue(settings);
      await queue.obliterate({ force: true });
      await queue.close();
      // As if the minute has passed: overdue, armed long ago, and no alarm left anywhere.
      await db.query(`UPDATE reminder SET due_at = now() - interval '1 minute' WHERE id = $1`, [reminder]);
      await db.query(`UPDATE outbox SET run_at = now() - interval '1 minute', armed_at = now() - interval '2 minutes' WHERE dedupe_key = $1`, [`reminder:${reminder}`]);
      await eventually(() => messagesAbout(reminder), (messages) => messages.length === 1);
    });

    it('puts off a row that fails, keeps its reason without data, and tries it again', async () => {
      worker = await startWorker(settings);
      const id = newId();
      await db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, 'nobody.knows', '{}', now())`, [id, municipalityId]);
      const [row] = await eventually(
        () => db.query<{ attempts: number; last_error: string; done_at: Date | null }>('SELECT attempts, last_error, done_at FROM outbox WHERE id = $1', [id]),
        ([seen]) => (seen?.attempts ?? 0) >= 2,
      );
      expect(row).toMatchObject({ last_error: 'UnknownKind', done_at: null });
    });

    it('two workers make one message', async () => {
      worker = await startWorker(settings);
      const second = await startWorker(settings);
      const uow = worker.get(UnitOfWork);
      const reminders = await Promise.all(Array.from({ length: 20 }, () => aReminder(0)));
      await Promise.all(reminders.map((reminder) => arm(uow, reminder)));
      for (const reminder of reminders) await eventually(() => messagesAbout(reminder), (messages) => messages.length === 1);
      await second.close();
      const [count] = await db.query<{ n: string }>(`SELECT count(*) AS n FROM inbox_item WHERE cause = ANY ($1)`, [reminders.map((reminder) => `reminder:${reminder}`)]);
      expect(Number(count?.n)).toBe(20);
    });

    it('carries ids only: no text of a reminder ever enters the queue', async () => {
      worker = await startWorker(settings);
      const reminder = await aReminder(30_000);
      await arm(worker.get(UnitOfWork), reminder);
      const queue = openAlarmQueue(settings);
      const [job] = await eventually(() => queue.getDelayed(), (jobs) => jobs.length > 0);
      await queue.close();
      expect(Object.keys(job?.data ?? {}).sort()).toEqual(['municipalityId', 'outboxId']);
      expect(JSON.stringify(job?.asJSON())).not.toContain('corporatie');
    });
  });
}
