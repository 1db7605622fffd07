import { giveBsn } from '../../../support/bsn.js';
import { aSubmitted } from '../../../support/funds.js';
import type { Ask, Entries } from '../vocabulary.js';
import type { World } from '../world.js';

/** Only a public body sees a BSN: the municipality itself, and of who works for it the case workers it mandated. */
const MAY_SEE = 'decision-maker:own,colleague,team,none case-worker:own';
const BSN = '999990019';

/** A family that asked the fund: who decides sees whose request it is. */
async function anApplicant({ api, fundId, once }: World): Promise<Ask> {
  return once('applicant', async () => {
    const { householdId } = await aSubmitted(api, { fundId, household: { intakeBy: 'case-worker' } });
    const [member] = await api.db.query<{ id: string }>(`SELECT id FROM household_member WHERE household_id = $1 AND role = 'main'`, [householdId]);
    await giveBsn(api, member?.id, BSN);
    return { path: `/v1/households/${householdId}/members/${member?.id}/bsn-reveal` };
  });
}

export const BSNS: Entries = {
  'POST /v1/households/{id}/members/{memberId}/bsn-reveal': {
    ask: async (world) => ({ ...(await anApplicant(world)), body: world.body('POST /v1/households/{id}/members/{memberId}/bsn-reveal') }),
    opens: MAY_SEE, closed: [403, 404],
  },
  // Who may ask at all gets a list, and finds nobody in it but the own families.
  'POST /v1/bsn-lookup': {
    ask: async (world) => {
      const { path } = await anApplicant(world);
      world.marks.set('applicant', path.split('/')[3] ?? '');
      return { path: '/v1/bsn-lookup', body: { bsn: BSN } };
    },
    opens: MAY_SEE, closed: [403],
    shows: ({ marks }) => [marks.get('applicant') ?? ''],
  },
};
