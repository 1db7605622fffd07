import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRoutes } from '../../apps/api/src/openapi/routes.js';
import { ENTRIES } from './matrix/entries.js';
import { type Entry, readOpens } from './matrix/vocabulary.js';
import { startWorld, type World } from './matrix/world.js';

/** Nothing in it that is about a person who gets help; the reason why reading it leaves no line. */
const none = (because: string): { none: string } => ({ none: because });

const STAFF = none('who works where, and what organisations offer');
const OWN = none('about the reader only');
const RULES = none('rules and registers of the municipality, no person in them');
const CASES = none('case numbers, kinds of data and states; whose they are stands in the dossier, and reading that is noted');

/** Every GET, and what reading it writes in the audit. A new route fails until it says so. */
const READS: Readonly<Record<string, string | { none: string }>> = {
  'GET /v1/today': 'today.read',
  'GET /v1/waiting-list': 'waiting-list.listed',
  'GET /v1/households': 'caseload.listed',
  'GET /v1/households/{id}/waiting': 'waiting.read',
  'GET /v1/waiting-list/trend': none('numbers of families per week'),
  'GET /v1/early-signals': 'early-signal.listed',
  'GET /v1/early-signals/{id}': 'early-signal.read',
  'GET /v1/early-signals/visitors': STAFF,
  'GET /v1/early-signals/year-count': none('numbers of visits per year'),
  'GET /v1/early-signal-imports/{id}': 'early-signal-import.read',
  'GET /v1/early-signal-imports/{id}/refused-rows': 'early-signal-import.refused-rows-read',
  'GET /v1/households/{id}': 'household.read',
  'GET /v1/households/{id}/case': 'case.read',
  'GET /v1/escalations': 'escalation.listed',
  'GET /v1/households/{id}/people': 'people.read',
  'GET /v1/households/{id}/merges': 'household.merges-read',
  'GET /v1/households/{id}/merge-candidates/{otherId}': 'household.merges-read',
  'GET /v1/households/{id}/splits/preview': 'household.split-prepared',
  'GET /v1/network-backups': 'network.backed-up',
  'GET /v1/households/{id}/handovers': 'handover.read',
  'GET /v1/caseloads/{userId}': 'caseload.listed',
  'GET /v1/households/{id}/plan': 'plan.read',
  'GET /v1/households/{id}/plan.pdf': 'plan.exported',
  'GET /v1/households/{id}/plan-versions': 'plan.versions-read',
  'GET /v1/households/{id}/legal-bases': 'legal-basis.listed',
  'GET /v1/households/{id}/legal-bases/{basisId}/withdrawal-preview': 'legal-basis.withdrawal-previewed',
  'GET /v1/households/{id}/score-rounds': 'score-round.listed',
  'GET /v1/households/{id}/life-events': 'life-event.listed',
  'GET /v1/score-scales': RULES,
  'GET /v1/households/{id}/secrecy-releases': 'secrecy-release.listed',
  'GET /v1/households/{id}/help-agreements': 'help-agreement.listed',
  'GET /v1/households/{id}/sharing': 'sharing.read',
  'GET /v1/households/{id}/meetings': 'meeting.listed',
  'GET /v1/households/{id}/members/{memberId}/history': 'member.history-read',
  'GET /v1/households/{id}/rights-requests': 'rights-request.listed',
  'GET /v1/households/{id}/members/{memberId}/access-log': 'access-log.read',
  'GET /v1/households/{id}/members/{memberId}/access-log.pdf': 'access-log.read',
  'GET /v1/access-log/mine': 'access-log.own-read',
  'GET /v1/access-log/mine.pdf': 'access-log.own-read',
  'GET /v1/my-file': OWN,
  'GET /v1/audit-log': 'audit-log.read',
  'GET /v1/processing-log': 'processing-log.read',
  'GET /v1/processing-activities': RULES,
  'GET /v1/processing-activities.csv': RULES,
  'GET /v1/processing-activities/{id}': RULES,
  'GET /v1/referrals': 'referral.listed',
  'GET /v1/referrals/{id}': 'referral.read',
  'GET /v1/referrals/{id}/standing': none('a number and a hash to compare, nothing of a person; what a screen reads when it changes leaves its own line'),
  'GET /v1/referrals/export': 'referral.exported',
  'GET /v1/meetings': 'meeting.read',
  'GET /v1/meetings/mine': 'meeting.own-listed',
  'GET /v1/households/{id}/meetings/{meetingId}': 'meeting.opened',
  'GET /v1/households/{id}/timeline': 'timeline.read',
  'GET /v1/households/{id}/contact-notes/{noteId}': 'contact.read',
  'GET /v1/households/{id}/contact-draft': none('what the reader is writing, which nobody else can see'),
  'GET /v1/case-reviews/colleagues': STAFF,
  'GET /v1/case-reviews/{id}': 'case-review.read',
  'GET /v1/canvases/{id}': 'canvas.read',
  'GET /v1/fund-requests': 'fund-request.listed',
  'GET /v1/fund-requests/{id}': 'fund-request.read',
  'GET /v1/reminders': 'reminder.listed',
  'GET /v1/intake-imports': none('names of files and counts of the own imports'),
  'GET /v1/intake-imports/{id}': 'intake.import-read',
  'GET /v1/intake-imports/{id}/refused-rows': 'intake.refused-rows-read',
  'GET /v1/break-glass': 'break-glass.listed',
  'GET /v1/break-glass/mine': OWN,
  'GET /v1/break-glass/{id}': 'break-glass.read',
  'GET /v1/rights-requests': 'rights-request.listed',
  'GET /v1/rights-requests/{id}': 'rights-request.read',
  'GET /v1/rights-requests/{id}/export': none('whether the overview is ready; where it shows texts to check, it notes rights-export.texts-read'),
  'GET /v1/rights-requests/{id}/export.json': 'rights-export.downloaded',
  'GET /v1/rights-requests/{id}/export.pdf': 'rights-export.downloaded',
  'GET /v1/rights-request-people': 'rights-request.people-read',
  'GET /v1/running-records': 'rights-request.records-read',
  'GET /v1/destruction-lists': CASES,
  'GET /v1/destruction-lists/{id}': CASES,
  'GET /v1/destruction-lists/{id}/items': CASES,
  'GET /v1/destruction-lists/{id}/declaration.csv': 'destruction-list.declared',
  'GET /v1/destruction-lists/{id}/declaration.pdf': 'destruction-list.declared',
  'GET /v1/legal-holds': CASES,
  'GET /v1/retention-rules': RULES,
  'GET /v1/basis-catalogue': RULES,
  'GET /v1/data-sharing-agreements': RULES,
  'GET /v1/funds': none('amounts of the fund, no person'),
  'GET /v1/inbox': none('a message is one sentence and a link, without personal data'),
  'GET /v1/me': OWN,
  'GET /v1/organisations': STAFF,
  'GET /v1/regisseurs': STAFF,
  'GET /v1/substitutions': STAFF,
  'GET /v1/saved-views': OWN,
  'GET /v1/team-board': 'team-board.read',
  'GET /v1/substitutions/colleagues': STAFF,
};

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** As somebody who gets in, what reading it wrote. */
async function linesOf(entry: Entry): Promise<{ status: number; lines: { action: string; origin: string; roles: string; traced: boolean }[] }> {
  const [[role, relations] = []] = readOpens(entry.opens);
  const relation = relations?.[0];
  if (!role || !relation) throw new Error('nobody gets in');
  const asked = await entry.ask(world);
  const [before] = await world.api.db.query<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM audit_event');
  const { status } = await world.cast[role][relation].call('GET', asked.path);
  const lines = await world.api.db.query<{ action: string; origin: string; roles: string; traced: boolean }>(
    'SELECT action, origin, roles, request_id IS NOT NULL AS traced FROM audit_event WHERE id > $1 ORDER BY id', [before?.id]);
  return { status, lines };
}

describe('every read of something about people who get help leaves a line in the audit', () => {
  it('is said of every route: what it writes, or why it writes nothing', () => {
    const gets = listRoutes(world.api.app).filter(({ isPublic, verb }) => !isPublic && verb === 'GET').map(({ path }) => `GET ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(Object.keys(READS).sort()).toEqual([...new Set(gets)].sort());
  });

  it.each(Object.entries(READS))('%s', async (route, expected) => {
    const entry = ENTRIES[route] ?? Object.entries(ENTRIES).find(([name]) => name.startsWith(`${route} (`))?.[1];
    if (!entry) throw new Error(`the matrix has no entry for ${route}`);
    const { status, lines } = await linesOf(entry);
    expect(status).toBe(200);
    if (typeof expected !== 'string') return expect(lines).toEqual([]);
    expect(lines.map(({ action }) => action)).toContain(expected);
    for (const { origin, roles, traced } of lines) expect({ origin, roles, traced }).toEqual({ origin: expect.stringMatching(/^(web|api) [\d.:a-f]+$/), roles: expect.stringMatching(/\w/), traced: true });
  });
});
