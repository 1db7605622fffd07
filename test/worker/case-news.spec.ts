import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aReadyFamily, ESCALATION, onCase, step } from '../support/cases.js';
import { eventually, startWorker } from '../support/worker.js';

interface Message {
  text: string;
  link: string;
}

describe('what people hear about a case', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const inbox = async (persona: string, id: string): Promise<string[]> =>
    (await api.as(persona).get('/v1/inbox?limit=100')).body.items.filter(({ link }: Message) => link === `/gezinnen/${id}/verloop`).map(({ text }: Message) => text);
  const hears = (persona: string, id: string, text: string) => eventually(() => inbox(persona, id), (texts) => texts.includes(text));

  async function anActiveFamily() {
    const family = await aReadyFamily(api);
    await step(api, family, 'activate');
    return family;
  }

  async function anEscalation() {
    const family = await anActiveFamily();
    const { body } = await onCase(api, family, '/escalations', ESCALATION);
    return { id: family.id, escalationId: body.id as string };
  }

  /** As if the day on which an answer was wanted is over. */
  const letTheDayPass = (escalationId: string, rung: number) => api.db.query(
    `WITH late AS (UPDATE escalation SET answer_by = current_date - 30 WHERE id = $1)
     UPDATE outbox SET run_at = now() WHERE kind = 'escalation.answer-due' AND payload->>'escalationId' = $1::text AND payload->>'rung' = $2`, [escalationId, String(rung)]);

  it('the regisseur hears that a family is no longer active, and finds it on the list of today until it is done', async () => {
    const family = await anActiveFamily();
    await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${family.basisId}/withdrawal`, {});
    await hears('regisseur', family.id, 'Een gezin is terug naar plan in de maak. Kijk wat er nodig is.');
    expect(await api.db.query(`SELECT title, state FROM reminder WHERE household_id = $1 AND kind = 'case-fell-back'`, [family.id]))
      .toEqual([{ title: 'Dit gezin is niet meer actief. Kijk wat er nodig is.', state: 'fired' }]);
  });

  it('the team lead of the family hears that it was scaled up, the regisseur hears the answer', async () => {
    const { id, escalationId } = await anEscalation();
    await hears('team-lead', id, 'Een gezin is opgeschaald.');
    await api.as('team-lead').post(`/v1/households/${id}/escalations/${escalationId}/answer`, { answer: 'Ik bel.' }, { version: 1 });
    await hears('regisseur', id, 'De teamleider heeft geantwoord op een opschaling.');
    expect(await inbox('team-lead-zuid', id)).toEqual([]);
  });

  it('no answer: the team lead hears it again, a step later the regisseur too; answered, nobody hears anything more', async () => {
    const { id, escalationId } = await anEscalation();
    await letTheDayPass(escalationId, 0);
    await hears('team-lead', id, 'Een opgeschaald gezin wacht op antwoord.');
    expect(await inbox('regisseur', id)).toEqual([]);
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE payload->>'escalationId' = $1 AND payload->>'rung' = '1'`, [escalationId]), (rows) => rows.length === 1);
    await letTheDayPass(escalationId, 1);
    await hears('regisseur', id, 'Een opgeschaald gezin wacht op antwoord.');
    await api.as('team-lead').post(`/v1/households/${id}/escalations/${escalationId}/answer`, { answer: 'Ik bel.' }, { version: 1 });
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE payload->>'escalationId' = $1 AND payload->>'rung' = '2'`, [escalationId]), (rows) => rows.length === 1);
    await letTheDayPass(escalationId, 2);
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE payload->>'escalationId' = $1 AND payload->>'rung' = '2' AND done_at IS NOT NULL`, [escalationId]), (rows) => rows.length === 1);
    expect((await inbox('team-lead', id)).filter((text) => text.includes('wacht op antwoord'))).toHaveLength(2);
  });
});
