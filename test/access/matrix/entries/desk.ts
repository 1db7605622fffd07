import { addDays, newId, ROLES } from '#kernel';
import { type Ask, type Entries, EVERYWHERE, HERE, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';
import { theDayInAmsterdam } from '../../../support/today.js';

export const ALL = ROLES.map((role) => `${role}:${EVERYWHERE}`).join(' ');
const ALL_BUT_RESIDENTS_HERE = ROLES.filter((role) => role !== 'resident').map((role) => `${role}:${HERE}`).join(' ');
const WHO_HAS_A_TEAM = 'own,colleague,team,organisation,municipality';

async function aMessage({ api, cast, home }: World): Promise<string> {
  const id = newId();
  await api.db.query(
    `INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause) VALUES ($1, $2, $3, 'reminder-due', 'Er is een herinnering.', $4, $5)`,
    [id, home.municipalityId, cast.regisseur.own.id, `/gezinnen/${home.id}`, id]);
  return id;
}

async function aReminder({ api, home }: World): Promise<string> {
  const { body, status, text } = await api.as('regisseur').post(`/v1/households/${home.id}/reminders`, { title: 'Bel Zilvervos', dueAt: `${addDays(theDayInAmsterdam(), 30)}T09:00:00Z` });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

/** A reminder whose moment came: it stands in the list of today. */
async function aDueReminder(world: World): Promise<string> {
  const id = await aReminder(world);
  await world.api.db.query(`UPDATE reminder SET due_at = now() - interval '1 hour' WHERE id = $1`, [id]);
  return id;
}

const listed = (path: string, what: string, make: (world: World) => Promise<string>) => ({
  ask: async (world: World): Promise<Ask> => {
    world.marks.set(what, await world.once(what, () => make(world)));
    return { path };
  },
  shows: ({ marks }: World) => [marks.get(what) ?? ''],
});

const HEAD = 'Aanmeldnummer;Aanmelddatum;Bron;Achternaam;Tussenvoegsel;Voorletters/roepnaam;Geboortedatum;BSN;Relatie;Postcode;Huisnr;Toev.;Woonplaats;Wijk;Geheim adres;Telefoon;E-mail;Leefgebieden;Urgentie;Toelichting\r\n';
let taken = 10_000;
/** A family that no import had before, and a row that can't be taken. */
const aFile = (): string => {
  const number = (taken += 1);
  return `${HEAD}A26-${number};2026-10-20;wijkagent;Rij;;Anne;12-4-1988;;hoofdbewoner;9711 AB;${number - 9_000};;Groningen;Centrum;nee;;;financien;hoog;\r\nA26-${number}x;;;;;;;;;;;;;;;;;;;\r\n`;
};
const IMPORT = '/v1/intake-imports?fileName=a.csv&safetyChecked=true';
const csv = { 'content-type': 'text/csv' };

async function anImport({ api }: World): Promise<string> {
  const { body, status, text } = await api.as('case-worker').post(IMPORT, aFile(), { headers: csv });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

const imported = (path: string) => async (world: World): Promise<Ask> => ({ path: `/v1/intake-imports/${await world.once('import', () => anImport(world))}${path}` });

export const DESK: Entries = {
  'GET /v1/me': { ask: () => ({ path: '/v1/me' }), opens: ALL },
  'GET /v1/today': { ...listed('/v1/today', 'due reminder', aDueReminder), opens: REGISSEUR },
  'GET /v1/organisations': { ask: () => ({ path: '/v1/organisations?kind=partner' }), opens: ALL_BUT_RESIDENTS_HERE, shows: ({ gkb }) => [gkb] },
  'GET /v1/inbox': { ...listed('/v1/inbox', 'message', aMessage), opens: REGISSEUR },
  'POST /v1/inbox/{id}/read': { ask: async (world) => ({ path: `/v1/inbox/${await aMessage(world)}/read` }), opens: REGISSEUR },
  'POST /v1/inbox/{id}/unread': { ask: async (world) => ({ path: `/v1/inbox/${await aMessage(world)}/unread` }), opens: REGISSEUR },
  'GET /v1/reminders': { ...listed('/v1/reminders?state=scheduled&limit=100', 'reminder', aReminder), opens: REGISSEUR },
  'POST /v1/reminders/{id}/completion': {
    ask: async (world) => {
      const id = await aReminder(world);
      await world.api.db.query(`UPDATE reminder SET state = 'fired' WHERE id = $1`, [id]);
      return { path: `/v1/reminders/${id}/completion`, version: 1 };
    },
    opens: REGISSEUR,
  },
  'DELETE /v1/reminders/{id}': { ask: async (world) => ({ path: `/v1/reminders/${await aReminder(world)}`, version: 1 }), opens: REGISSEUR },
  'GET /v1/intake-imports': { ...listed('/v1/intake-imports?limit=100', 'import', anImport), opens: 'case-worker:own' },
  'POST /v1/intake-imports': { ask: () => ({ path: IMPORT, body: aFile(), headers: csv }), opens: `case-worker:${WHO_HAS_A_TEAM}`, closed: [403] },
  'GET /v1/intake-imports/{id}': { ask: imported(''), opens: 'case-worker:own' },
  'GET /v1/intake-imports/{id}/refused-rows': { ask: imported('/refused-rows'), opens: 'case-worker:own' },
};
