import { ROLES } from '#kernel';
import { type Ask, type Entries, EVERYWHERE, HERE, REGISSEUR } from '../vocabulary.js';
import type { World } from '../world.js';

const STAFF = ROLES.filter((role) => role !== 'resident');
const STAFF_HERE = STAFF.map((role) => `${role}:${HERE}`).join(' ');
const OFFICER = `privacy-officer:${HERE}`;

/** The own resident is Fatima. */
const asFatima = (path: string) => async ({ api, cast, home, once }: World): Promise<Ask> => {
  await once('account', () => api.db.query('INSERT INTO resident_account (user_id, municipality_id, member_id) VALUES ($1, $2, $3)',
    [cast.resident.own.id, home.municipalityId, home.members['Fatima']]));
  return { path };
};
const fatima = ({ home }: World): string[] => [home.members['Fatima'] ?? ''];
const ofFatima = (file: string) => ({ home }: World): Ask => ({ path: `/v1/households/${home.id}/members/${home.members['Fatima']}/${file}` });

/** A line of the register of this municipality. */
const anActivity = async ({ api, home, marks }: World): Promise<{ id: string; version: number }> => {
  const [line] = await api.db.query<{ id: string; version: number }>('SELECT id, version FROM processing_activity WHERE municipality_id = $1 ORDER BY code LIMIT 1', [home.municipalityId]);
  if (!line) throw new Error('no register');
  marks.set('activity', line.id);
  return line;
};

export const LOGS: Entries = {
  'GET /v1/my-file': { ask: asFatima('/v1/my-file'), opens: 'resident:own', shows: fatima },
  'GET /v1/access-log/mine': { ask: asFatima('/v1/access-log/mine'), opens: 'resident:own', shows: fatima },
  // Everybody gets their own, which for most is empty.
  'GET /v1/access-log/mine.pdf': { ask: asFatima('/v1/access-log/mine.pdf'), opens: `resident:${EVERYWHERE}` },
  'GET /v1/households/{id}/members/{memberId}/access-log': { ask: ofFatima('access-log'), opens: REGISSEUR },
  'GET /v1/households/{id}/members/{memberId}/access-log.pdf': { ask: ofFatima('access-log.pdf'), opens: REGISSEUR },
  // What the municipality processes is no secret to who works there; each has its own register.
  'GET /v1/processing-activities': {
    ask: async (world) => {
      await anActivity(world);
      return { path: '/v1/processing-activities' };
    },
    opens: STAFF_HERE, shows: ({ marks }) => [marks.get('activity') ?? ''],
  },
  'GET /v1/processing-activities.csv': { ask: () => ({ path: '/v1/processing-activities.csv' }), opens: STAFF.map((role) => `${role}:${EVERYWHERE}`).join(' ') },
  'GET /v1/processing-activities/{id}': { ask: async (world) => ({ path: `/v1/processing-activities/${(await anActivity(world)).id}` }), opens: STAFF_HERE },
  'PATCH /v1/processing-activities/{id}': {
    ask: async (world) => {
      const { id, version } = await anActivity(world);
      return { path: `/v1/processing-activities/${id}`, version, body: { retention: `Tot versie ${version}` } };
    },
    opens: OFFICER,
  },
  'GET /v1/audit-log': {
    ask: async ({ api, home }) => {
      await api.as('regisseur').get(`/v1/households/${home.id}`);
      return { path: '/v1/audit-log?action=household.read&limit=100' };
    },
    opens: OFFICER, shows: ({ home }) => [home.caseNumber],
  },
  'GET /v1/processing-log': { ask: () => ({ path: `/v1/processing-log?traceId=${'0'.repeat(32)}` }), opens: `privacy-officer:${EVERYWHERE}` },
};
