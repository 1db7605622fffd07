import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { retentionEnd, type RetentionFacts } from '#privacy';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, organisationId, userId } from '../support/households.js';
import { aFund } from '../support/funds.js';
import { HELP_KIND_NAMES, HELP_KINDS, type HelpKind, type Term } from '#privacy';

const TERMS = Object.fromEntries(HELP_KIND_NAMES.map((kind) => [kind, HELP_KINDS[kind].term])) as Record<HelpKind, Term>;

/** Two reckonings of one thing, in TypeScript and in the database: a mistake in one of them destroys nothing. */
describe('the database reckons the end of a term as the rules do', () => {
  let db: SpecDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());

  type Make = (id: string, municipalityId: string) => Promise<unknown>;
  const assigned: Make = async (id, municipalityId) => db.query(
    `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, proposed_by, state, active_since) VALUES ($1, $2, $3, $4, $4, 'ended', '2019-01-01')`,
    [newId(), id, municipalityId, await userId(db, 'regisseur')]);
  const sharedFor = (article: string): Make => async (id, municipalityId) => db.query(
    `INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id, valid_from, valid_until, proof, state, recorded_by)
     SELECT $1, $2, $3, m.id, 'statutory-task', $4, 'x', '{name}', $5, $5, '2019-01-01', '2020-01-01', 'law', 'expired', $6 FROM household_member m WHERE m.household_id = $2 LIMIT 1`,
    [newId(), id, municipalityId, article, await organisationId(db, 'Humanitas'), await userId(db, 'regisseur')]);
  const referredTo = (name: string, state: string): Make => async (id, municipalityId) => db.query(
    `INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state)
     VALUES ($1, $2, $3, 'Z', $4, $5, $6, 'Helpen jullie?', $7)`,
    [newId(), id, municipalityId, await organisationId(db, 'WIJ Groningen'), await organisationId(db, name), await userId(db, 'regisseur'), state]);
  const paid = (on: string): Make => async (id, municipalityId) => {
    const [fund, canvas, request, person] = [(await aFund(db)).id, newId(), newId(), await userId(db, 'finance')];
    await db.query('INSERT INTO canvas (id, household_id, municipality_id, written_by) VALUES ($1, $2, $3, $4)', [canvas, id, municipalityId, person]);
    await db.query(`INSERT INTO fund_request (id, household_id, municipality_id, fund_id, canvas_id, case_number, domain, amount_cents, purpose, why_no_scheme, state, requested_by)
      VALUES ($1, $2, $3, $4, $5, 'Z', 'housing', 100, 'x', 'x', 'paid', $6)`, [request, id, municipalityId, fund, canvas, person]);
    for (const kind of ['reserve', 'commit', 'pay']) {
      await db.query('INSERT INTO ledger_entry (id, municipality_id, fund_id, fund_request_id, kind, amount_cents, booked_by, booked_at) VALUES ($1, $2, $3, $4, $5, 100, $6, $7)',
        [newId(), municipalityId, fund, request, kind, person, on]);
    }
  };
  const asked = (on: string): Make => async (id, municipalityId) => db.query(
    `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel, asked_by, answer_by, withdrawn_on)
     SELECT $1, $2, $3, 'Z', m.id, 'access', 'withdrawn', $4, $5, 'letter', 'self', $4, $4 FROM household_member m WHERE m.household_id = $2 LIMIT 1`,
    [newId(), id, municipalityId, on, await userId(db, 'privacy-officer')]);

  it.each<[string, string, HelpKind[], Make[], Partial<RetentionFacts>]>([
    ['a report that led to nothing', '2020-11-22', [], [], { helpBegan: false }],
    ['a regisseur helped', '2020-11-22', [], [assigned], {}],
    ['it ended on 29 February', '2020-02-29', [], [assigned], {}],
    ['it ended at New Year', '2020-12-31', ['debt-help'], [assigned], { marks: ['debt-help'] }],
    ['youth help', '2020-11-22', [], [assigned, sharedFor('Jeugdwet, artikel 2.3')], { articles: ['Jeugdwet, artikel 2.3'] }],
    ['the Wmo', '2020-11-22', [], [assigned, sharedFor('Wmo 2015 art. 5.1.1')], { articles: ['Wmo 2015 art. 5.1.1'] }],
    ['debts by the law', '2020-11-22', ['objection'], [assigned, sharedFor('WGS art. 8')], { marks: ['objection'], articles: ['WGS art. 8'] }],
    ['the credit bank took them on', '2020-11-22', [], [referredTo('Groningse Kredietbank', 'completed')], { referredToCreditBank: true }],
    ['the credit bank was asked and taken back', '2020-11-22', [], [referredTo('Groningse Kredietbank', 'cancelled')], { helpBegan: false }],
    ['another partner', '2020-11-22', [], [referredTo('Humanitas', 'completed')], {}],
    ['a payment that ends the term', '2020-11-22', ['debt-help'], [paid('2020-10-01T12:00:00Z')], { marks: ['debt-help'], lastPaymentOn: '2020-10-01' as never }],
    ['a payment late in the evening is of the next day here', '2020-11-22', ['debt-help'], [paid('2020-10-01T22:30:00Z')], { marks: ['debt-help'], lastPaymentOn: '2020-10-02' as never }],
    ['somebody asked about their data', '2020-11-22', [], [asked('2024-05-05')], { helpBegan: false, lastAnswerOn: '2024-05-05' as never }],
  ])('%s', async (_title, endedOn, marks, makes, more) => {
    const { id, municipalityId } = await aHousehold(db, { regisseur: null, teamOf: 'team-lead' });
    for (const make of makes) await make(id, municipalityId);
    await db.query(`UPDATE household SET state = 'closed', ended_at = ($2::date + time '12:00') AT TIME ZONE 'Europe/Amsterdam', retention_kinds = $3 WHERE id = $1`, [id, endedOn, marks]);
    const facts: RetentionFacts = {
      endedOn: endedOn as never, marks, helpBegan: true, referredToCreditBank: false, articles: [], moneyRefused: false, lastPaymentOn: null, lastAnswerOn: null, ...more,
    };
    const end = retentionEnd(facts, TERMS);
    const [sql] = await db.query(`SELECT retention.may_go_on($1) AS "mayGoOn", ARRAY(SELECT k FROM retention.kinds_of($1) AS k ORDER BY k) AS kinds`, [id]);
    expect(sql).toEqual({ mayGoOn: end?.mayGoOn, kinds: end?.kinds });
  });

  it('a case that runs, or was reopened, has no end', async () => {
    const { id } = await aHousehold(db, { regisseur: null, teamOf: 'team-lead' });
    await db.query(`UPDATE household SET state = 'closed', ended_at = '1999-01-01' WHERE id = $1`, [id]);
    await db.query(`UPDATE household SET state = 'reopened' WHERE id = $1`, [id]);
    expect(await db.query('SELECT ended_at, retention.may_go_on(id) AS "mayGoOn" FROM household WHERE id = $1', [id])).toEqual([{ ended_at: null, mayGoOn: null }]);
  });

  it('a rule that is missing keeps the record for ever', async () => {
    const { id, municipalityId } = await aHousehold(db, { regisseur: null, teamOf: 'team-lead' });
    await db.query(`UPDATE household SET state = 'closed', ended_at = '1950-01-01' WHERE id = $1`, [id]);
    await db.query(`DELETE FROM retention_rule WHERE municipality_id = $1 AND code = 'report-only'`, [municipalityId]);
    expect(await db.query('SELECT retention.may_go_on($1) AS "mayGoOn"', [id])).toEqual([{ mayGoOn: null }]);
  });
});
