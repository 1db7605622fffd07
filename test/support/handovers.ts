import { addDays, localDateOf } from '#kernel';
import { Clock } from '#platform';
import type { Answer, SpecApi } from './api.js';
import { aHousehold, type HouseholdFixture, type HouseholdOptions, userId } from './households.js';

export const TODAY = localDateOf(new Clock().now());

interface HandoverRefusal {
  readonly status: number;
  readonly detail: string;
}

export interface HandoverFixture {
  readonly family: HouseholdFixture;
  readonly id: string;
  /** One step at the API as this persona, with the version that stands. */
  step(persona: string, what: string, body?: object, version?: number): Promise<Answer<HandoverRefusal>>;
  row(): Promise<{ state: string; version: number } & Record<string, unknown>>;
}

export const planHandover = (api: SpecApi, family: HouseholdFixture, body: object, persona = 'regisseur', version = 1): Promise<Answer<{ id: string; code: string; detail: string }>> =>
  api.as(persona).post(`/v1/households/${family.id}/handovers`, { reason: 'Jelle gaat in een ander team werken.', talkOn: addDays(TODAY, 7), ...body }, { version });

/** A family of Jelle that is to go to Lars. */
export async function aHandover(api: SpecApi, options: HouseholdOptions = {}, persona = 'regisseur'): Promise<HandoverFixture> {
  const family = await aHousehold(api.db, { state: 'draft-plan', ...options });
  const { status, body, text } = await planHandover(api, family, { successorId: await userId(api.db, 'regisseur-zuid') }, persona);
  if (status !== 201) throw new Error(text);
  return handoverOf(api, family, body.id);
}

export function handoverOf(api: SpecApi, family: HouseholdFixture, id: string): HandoverFixture {
  const row = async () => {
    const [found] = await api.db.query<{ state: string; version: number }>('SELECT * FROM handover WHERE id = $1', [id]);
    if (!found) throw new Error('no such hand-over');
    return { ...found };
  };
  const step = async (who: string, what: string, content?: object, version?: number) =>
    api.as(who).post(`/v1/households/${family.id}/handovers/${id}/${what}`, content, { version: version ?? (await row()).version });
  return { family, id, step, row };
}

/** Through the steps up to and with this one. */
export async function upTo(handover: HandoverFixture, last: 'accepted' | 'talk-held' | 'confirmed-by-one' | 'done'): Promise<HandoverFixture> {
  const steps: [string, () => Promise<Answer<HandoverRefusal>>][] = [
    ['accepted', () => handover.step('regisseur-zuid', 'acceptance')],
    ['talk-held', () => handover.step('regisseur', 'talk', { heldOn: TODAY, memberIds: [handover.family.members['Fatima']] })],
    ['confirmed-by-one', () => handover.step('regisseur', 'confirmation')],
    ['done', () => handover.step('regisseur-zuid', 'confirmation')],
  ];
  for (const [state, take] of steps) {
    const { status, text } = await take();
    if (status !== 204) throw new Error(`${state}: ${status} ${text}`);
    if (state === last) break;
  }
  return handover;
}
