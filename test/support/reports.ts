import type { SpecDatabase } from './database.js';

export interface PersonBody {
  role: string;
  firstName: string;
  lastName: string;
  birthDate: string;
  [field: string]: unknown;
}

export const aMother: PersonBody = { role: 'main', firstName: 'Renée', infix: 'de', lastName: 'Boer', birthDate: '1988-04-19', phone: '+31 6 1234 5678' };

/** A complete report of one family, as the form sends it. */
export const aReport = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  urgency: 'hoog', urgencyReason: 'Dreigende uithuiszetting', reportedOn: '2026-06-01', source: 'wijkagent', lifeDomains: ['finances', 'housing'],
  note: 'Belt zelf terug.', safetyChecked: true,
  address: { postcode: '9711 DA', houseNumber: '12', suffix: 'A', city: 'Groningen', neighbourhood: 'Lewenborg', protected: false },
  members: [aMother, { role: 'child', firstName: 'Zoë', infix: 'de', lastName: 'Boer', birthDate: '2015-06-10' }],
  ...more,
});

/** Makes a persona a second thing as well, such as a case worker of another team. */
export async function addRole(db: SpecDatabase, persona: string, role: string, team: string): Promise<void> {
  await db.query(
    `INSERT INTO user_role (user_id, municipality_id, role, team_id)
     SELECT u.id, t.municipality_id, $2, t.id FROM app_user u, team t WHERE u.subject = $1 AND t.name = $3`,
    [persona, role, team],
  );
}
