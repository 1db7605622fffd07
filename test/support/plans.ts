import { addDays } from '#kernel';
import type { SpecApi } from './api.js';
import type { HouseholdFixture } from './households.js';
import { theDayInAmsterdam } from './today.js';

const TODAY = theDayInAmsterdam();

/** Bodies that are right in every respect; a spec changes what it is about. */
export const goalBody = (more: object = {}): object => ({ lifeDomain: 'finances', words: 'Wij willen rustig slapen', why: 'De brieven maken ons bang.', ...more });
export const actionBody = ({ members }: HouseholdFixture, more: object = {}): object =>
  ({ what: 'De post openmaken', ownerKind: 'member', ownerMemberId: members['Fatima'], dueOn: addDays(TODAY, 7), ...more });
export const agreementBody = ({ members }: HouseholdFixture, more: object = {}): object => ({
  agreedBy: [{ forMemberId: members['Fatima'], memberId: members['Fatima'], capacity: 'self' }],
  agreedOn: TODAY, how: 'talk', reviewOn: addDays(TODAY, 90), ...more,
});

/** The plan of one family, as a persona uses it. */
export function planOf(api: SpecApi, family: HouseholdFixture, persona = 'regisseur') {
  const path = `/v1/households/${family.id}`;
  const me = api.as(persona);
  const read = async () => (await me.get(`${path}/plan`)).body;
  return {
    path, read,
    versions: async () => (await me.get(`${path}/plan-versions`)).body.items,
    addGoal: (more?: object) => me.post(`${path}/plan-goals`, goalBody(more)),
    addAction: (more?: object) => me.post(`${path}/plan-actions`, actionBody(family, more)),
    moveGoal: (id: string, body: object, version = 1) => me.post(`${path}/plan-goals/${id}/moves`, body, { version }),
    moveAction: (id: string, body: object, version = 1) => me.post(`${path}/plan-actions/${id}/moves`, body, { version }),
    put: (rest: string, body: object, version: number) => me.call('PUT', `${path}/${rest}`, { body, version }),
    post: (rest: string, body: object, version: number) => me.post(`${path}/${rest}`, body, { version }),
    agree: async (more?: object, version?: number) => me.post(`${path}/plan/agreements`, agreementBody(family, more), { version: version ?? (await read()).version }),
  };
}
