import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, formatLocalDate } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { textOfPdf } from '../support/pdf-text.js';
import { planOf } from '../support/plans.js';
import { tokenOf } from '../support/tokens.js';
import { theDayInAmsterdam } from '../support/today.js';

const day = (days: number) => addDays(theDayInAmsterdam(), days);

describe('the plan on paper', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  async function paperOf(family: HouseholdFixture): Promise<{ text: string; pages: number; pdf: Buffer }> {
    const answer = await fetch(`${api.address}/v1/households/${family.id}/plan.pdf`, { headers: { authorization: `Bearer ${await tokenOf('regisseur')}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await answer.arrayBuffer());
    return { pdf, text: textOfPdf(pdf).replace(/\s+/g, ' '), pages: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 };
  }

  it('says in plain Dutch what the family wants, who does what by when, and whom to call', async () => {
    const family = await aHousehold(api.db);
    await api.db.query(`UPDATE municipality m SET settings = settings || jsonb_build_object('plan', jsonb_build_object('teamPhones', jsonb_build_object(h.team_id, '050 123 45 67')))
      FROM household h WHERE h.municipality_id = m.id AND h.id = $1`, [family.id]);
    const plan = planOf(api, family);
    const goal = (await plan.addGoal()).body.id;
    await plan.addAction({ goalId: goal });
    await plan.addAction({ what: 'Naar school brengen', ownerKind: 'network', ownerRole: 'oma', ownerMemberId: undefined });
    expect((await paperOf(family)).text).toContain('Dit is een plan in de maak.');
    await plan.agree({ reviewOn: day(60) });
    const { text, pages, pdf } = await paperOf(family);
    expect(pages).toBe(1);
    expect(pdf.toString('latin1')).toContain('/MarkInfo');
    for (const said of ['Het plan van familie Bouzid', 'Wij willen rustig slapen (geld)', `Fatima Bouzid: De post openmaken. Klaar op ${formatLocalDate(day(7))}.`,
      'Oma: Naar school brengen', 'Uw regisseur: Jelle Hoekstra', '050 123 45 67', formatLocalDate(day(60)), 'zei u ja tegen dit plan']) expect(text).toContain(said);
    await plan.addGoal({ words: 'Nog een doel' });
    expect((await paperOf(family)).text).toContain('Daarna is er iets veranderd. Dat bespreken we samen.');
    const lines = await api.db.query(`SELECT action FROM audit_event WHERE household_id = $1 AND action = 'plan.exported'`, [family.id]);
    expect(lines).toHaveLength(3);
  });

  it('is one page, also of a large plan: the most important first, and it says that there is more', async () => {
    const family = await aHousehold(api.db);
    const plan = planOf(api, family);
    const long = 'We bellen samen met de woningcorporatie over de achterstand, maken een afspraak en nemen alle brieven mee. '.repeat(2);
    for (let at = 0; at < 15; at += 1) {
      const { body: { id } } = await plan.addGoal({ words: `Doel nummer ${at + 1}: ${long}` });
      for (let step = 0; step < 3; step += 1) await plan.addAction({ goalId: id, what: long, dueOn: day(1 + step + at) });
    }
    const { text, pages } = await paperOf(family);
    expect(pages).toBe(1);
    expect(text).toContain('Doel nummer 1:');
    expect(text).not.toContain('Doel nummer 15:');
    expect(text).toMatch(/Niet alles past op deze bladzijde\. Hier staat wat het eerst komt\. De rest van het plan \(\d+ regels\) bespreken we samen\./);
    expect(text).toContain('Uw regisseur');
  });

  it('is handed over by who writes the plan', async () => {
    const family = await aHousehold(api.db);
    await planOf(api, family).addGoal();
    for (const persona of ['regisseur-zuid', 'regisseur-hoogeveen']) expect((await api.as(persona).get(`/v1/households/${family.id}/plan.pdf`)).status).toBe(404);
  });
});
