import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { SubjectVault } from '#platform';
import { ProcessingLogKeeper } from '../../apps/worker/src/processing-log/processing-log-keeper.js';
import { startCollector, type SpecCollector } from '../support/collector.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import type { HouseholdFixture } from '../support/households.js';
import { aKnownHousehold, catchUp, note, processingLog } from '../support/processing-log.js';
import { specSettings } from '../support/settings.js';
import { eventually, startWorker } from '../support/worker.js';

let db: SpecDatabase;
let collector: SpecCollector;
let worker: INestApplicationContext;
let family: HouseholdFixture;

const start = (): Promise<INestApplicationContext> =>
  startWorker(specSettings(db.appUrl, { OTLP_ENDPOINT: collector.url, OTLP_HEADERS: 'x-key=abc=' }));

async function keepUp(house = worker): Promise<void> {
  await catchUp(house);
  await eventually(async () => {
    await house.get(ProcessingLogKeeper, { strict: false }).keepUp();
    return collector.answer === 200 ? unsent() : 0;
  }, (left) => left === 0);
}

const unsent = async (): Promise<number> =>
  (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM processing_log l, processing_log_progress p WHERE l.id > p.exported_until'))[0]?.n ?? -1;


const mark = async (): Promise<number> => (await db.query<{ n: number }>('SELECT exported_until AS n FROM processing_log_progress'))[0]?.n ?? -1;

beforeAll(async () => {
  db = await freshDatabase();
  collector = await startCollector();
  family = await aKnownHousehold(db);
  worker = await start();
});
afterAll(async () => {
  await worker.close();
  await collector.close();
  await db.drop();
});

describe('handing the processing log to the collector of the municipality', () => {
  it('sends a span per data subject, in the words of Logboek Dataverwerkingen, and nothing that names an employee', async () => {
    const requestId = newId();
    await note(worker, family, {}, requestId);
    await keepUp();
    expect(collector.spans).toHaveLength(3);
    const [span] = collector.spans;
    expect(span).toMatchObject({ traceId: requestId.replaceAll('-', ''), name: 'household.read' });
    const attributes = Object.fromEntries(collector.spans[0]?.attributes.map(({ key, value }) => [key, value.stringValue]) ?? []);
    expect(Object.keys(attributes).sort()).toEqual(['dpl.core.data_subject_id', 'dpl.core.data_subject_id_type', 'dpl.core.processing_activity_id']);
    expect(attributes['dpl.core.data_subject_id_type']).toBe('urn:naast:household-member');
    expect(attributes['dpl.core.processing_activity_id']).toMatch(/^http:\/\/localhost:3000\/v1\/processing-activities\/[0-9a-f-]{36}$/);
    const subject = worker.get(SubjectVault, { strict: false }).open(Buffer.from(attributes['dpl.core.data_subject_id'] ?? '', 'base64'));
    expect(Object.values(family.members)).toContain(subject);
    expect(collector.headers[0]).toMatchObject({ 'x-key': 'abc=', 'content-type': 'application/json' });
    expect(JSON.stringify(collector.spans)).not.toContain(subject);
  });

  it('sends nothing twice when all goes well', async () => {
    await keepUp();
    await keepUp();
    expect(collector.spans).toHaveLength(3);
  });

  it('loses nothing while the collector refuses, and sends it when it is back, also from a worker that was started anew', async () => {
    collector.answer = 400;
    const before = await mark();
    await note(worker, family);
    await keepUp();
    expect(collector.spans).toHaveLength(3);
    expect(await mark()).toBe(before);
    await worker.close();
    collector.answer = 200;
    worker = await start();
    await keepUp();
    expect(collector.spans).toHaveLength(6);
    expect(new Set(collector.spans.map(({ spanId }) => spanId)).size).toBe(6);
    expect((await processingLog(worker, db)).map(({ span_id }) => span_id)).toEqual(collector.spans.map(({ spanId }) => spanId));
  });

  it('sends more than one portion', async () => {
    await db.query(`INSERT INTO processing_log (municipality_id, audit_event_id, trace_id, span_id, operation, processing_activity_id, started_at, ended_at, data_subject_type, data_subject_sealed, data_subject_index)
      SELECT municipality_id, 1000000 + n, trace_id, lpad(to_hex(n), 16, '0'), operation, processing_activity_id, started_at, ended_at, data_subject_type, data_subject_sealed, data_subject_index
      FROM generate_series(1, 1200) n, (SELECT * FROM processing_log LIMIT 1) l`);
    await keepUp();
    expect(collector.spans).toHaveLength(1206);
  });
});
