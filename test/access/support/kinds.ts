import { type Document, lookUp, type RouteOf, type SchemaOf } from '../../support/openapi.js';

/** What an id in a path is the id of: the table, by the collection it stands in. */
export const TABLE_OF_COLLECTION: Readonly<Record<string, string>> = {
  households: 'household', 'merge-candidates': 'household', merges: 'household_merge', canvases: 'canvas', referrals: 'referral', 'fund-requests': 'fund_request', inbox: 'inbox_item',
  'intake-imports': 'intake_import', reminders: 'reminder', escalations: 'escalation', 'aftercare-contacts': 'aftercare_contact', 'saved-views': 'saved_view', assignments: 'regisseur_assignment', handovers: 'handover', caseloads: 'app_user', 'legal-bases': 'legal_basis', members: 'household_member',
  'break-glass': 'break_glass', substitutions: 'substitution', 'legal-holds': 'legal_hold', 'destruction-lists': 'destruction_list', items: 'destruction_item',
  'waiting-contacts': 'waiting_contact', 'early-signals': 'early_signal_case', 'early-signal-imports': 'early_signal_import',
  'secrecy-releases': 'secrecy_release', 'help-agreements': 'help_agreement', meetings: 'coordination_meeting', 'contact-notes': 'contact_note', 'case-reviews': 'case_review', families: 'case_review_family', 'score-rounds': 'score_round', 'life-events': 'life_event',
  representatives: 'legal_representative', network: 'network_person',
  'data-sharing-agreements': 'data_sharing_agreement', 'rights-requests': 'rights_request', 'processing-activities': 'processing_activity',
  'plan-goals': 'plan_goal', 'plan-actions': 'plan_action',
};

/** What an id in a body or query is the id of, by the name of its field. */
export const TABLE_OF_FIELD: Readonly<Record<string, string>> = {
  memberId: 'household_member', with: 'household_member', organisationIds: 'organisation', participantIds: 'app_user', pointId: 'meeting_point', mergedHouseholdId: 'household', sameAsMemberId: 'household_member', mainHereId: 'household_member', toOrganisationId: 'organisation', visitorId: 'app_user', regisseurId: 'app_user', fundId: 'fund', canvasId: 'canvas', substituteId: 'app_user', successorId: 'app_user', memberIds: 'household_member', householdId: 'household', childId: 'household_member', adultId: 'household_member', organisationId: 'organisation',
  backupUserId: 'app_user',
  goalId: 'plan_goal', goalIds: 'plan_goal', forMemberId: 'household_member', ownerUserId: 'app_user', ownerMemberId: 'household_member', ownerOrganisationId: 'organisation',
  rightsRequestId: 'rights_request', userId: 'app_user', scaleId: 'score_scale', id: 'rights_export_text', replaces: 'help_agreement',
};

/** Looks like an id and is the id of no row. */
export const NAMES_NO_ROW = ['traceId'];

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** Each field of a body that holds an id, also in lists and parts. */
export function idFields(document: Document, schema: SchemaOf): string[] {
  const { properties = {}, items } = lookUp(document, schema);
  const below = items ? idFields(document, items) : [];
  return [...below, ...Object.entries(properties).flatMap(([name, inner]) => {
    const part = lookUp(document, inner);
    const isId = part.format === 'uuid' || (part.items && lookUp(document, part.items).format === 'uuid');
    return isId ? [name] : idFields(document, part);
  })];
}

/** `[collection, parameter]` of each id in the path; a code is the name of a line that every municipality has. */
export const pathIds = ({ path }: Pick<RouteOf, 'path'>): [collection: string, parameter: string][] =>
  [...path.matchAll(/([\w-]+)\/\{(?!code\})(\w+)\}/g)].map(([, collection = '', parameter = '']) => [collection, parameter]);

export interface Swap {
  /** Where it stands, as `households` or `shares.0.memberId`. */
  readonly where: string;
  readonly table: string;
  with(id: string): { path: string; body: unknown };
}

/** Every id in a request that is right, with what it is the id of and a way to put another in its place. */
export function idsIn(path: string, body: unknown): Swap[] {
  const [bare = '', query = ''] = path.split('?');
  const parts = bare.split('/');
  const inPath = parts.flatMap((part, at): Swap[] =>
    isUuid(part) ? [{ where: parts[at - 1] ?? '', table: TABLE_OF_COLLECTION[parts[at - 1] ?? ''] ?? '', with: (id) => ({ path: [parts.with(at, id).join('/'), query].filter(Boolean).join('?'), body }) }] : []);
  return [...inPath, ...inBody(body).map(({ keys, field }): Swap => ({ where: keys.join('.'), table: TABLE_OF_FIELD[field] ?? '', with: (id) => ({ path, body: put(body, keys, id) }) }))];
}

function inBody(value: unknown, keys: readonly (string | number)[] = [], field = ''): { keys: readonly (string | number)[]; field: string }[] {
  if (isUuid(value)) return [{ keys, field }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => inBody(inner, [...keys, Array.isArray(value) ? Number(key) : key], Array.isArray(value) ? field : key));
}

function put(value: unknown, [first, ...rest]: readonly (string | number)[], id: string): unknown {
  if (first === undefined) return id;
  if (Array.isArray(value)) return value.map((item, at) => (at === first ? put(item, rest, id) : (item as unknown)));
  return { ...(value as object), [first]: put((value as Record<string, unknown>)[first], rest, id) };
}
