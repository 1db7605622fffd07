import { ROLES, type Role } from '#kernel';
import { type Person, type SpecApi, startApi } from '../../support/api.js';
import { aFund } from '../../support/funds.js';
import { aHousehold, type HouseholdFixture, type HouseholdOptions, organisationId, userId } from '../../support/households.js';
import { committedDocument } from '../../support/openapi.js';
import { aPerson, anOrganisation, type Post } from '../support/people.js';
import { RELATIONS, type Relation } from './relations.js';

export interface Player extends Person {
  readonly id: string;
}

/** Nobody who is refused ever reads one of these. */
export const SECRET_NAMES = ['Zilvervos', 'Elders-', '0611223344'];

export interface World {
  readonly api: SpecApi;
  readonly cast: Readonly<Record<Role, Readonly<Record<Relation, Player>>>>;
  readonly gkb: string;
  readonly fundId: string;
  /** What is planted for lists, at home and with everyone who is at work elsewhere. */
  readonly home: HouseholdFixture;
  readonly elsewhere: Readonly<Record<string, HouseholdFixture>>;
  /** A family with the own regisseur and the own case worker in it. */
  family(options?: HouseholdOptions): Promise<HouseholdFixture>;
  /** The example of the document for this route, with fields that exist here. */
  body(route: string, fields?: object): object;
  /** Planted once, asked for by name. */
  once<T>(what: string, make: () => Promise<T>): Promise<T>;
  /** Ids of what was planted, for lists. */
  readonly marks: Map<string, string>;
  close(): Promise<void>;
}

/** The personas are the own ones, so that every helper of the other specs makes something of theirs. */
const PERSONA: Partial<Record<Role, string>> = { 'partner-worker': 'gkb' };
const personaOf = (role: Role): string => PERSONA[role] ?? role;

const MEMBERS = [
  { role: 'main', firstName: 'Fatima', lastName: 'Zilvervos', birthDate: '1988-04-12', phone: '0611223344', email: 'fatima@example.nl' },
  { role: 'partner', firstName: 'Erik', infix: 'de', lastName: 'Zilvervos', birthDate: '1985-09-30' },
  { role: 'child', firstName: 'Noor', lastName: 'Zilvervos', birthDate: '2017-02-03' },
] as const;

const TEAM_ROLES: readonly Role[] = ['regisseur', 'team-lead', 'case-worker'];

function postOf(role: Role, relation: Exclude<Relation, 'own'>): [organisation: string, post: Post] {
  const inTeam = TEAM_ROLES.includes(role);
  const isPartner = role === 'partner-worker';
  const at = inTeam ? 'WIJ Groningen' : isPartner ? 'Groningse Kredietbank' : 'Gemeente Groningen';
  const team = (name: string): { team?: string } => (inTeam ? { team: name } : {});
  switch (relation) {
    case 'colleague': return [at, { role, municipality: 'Groningen', ...team('WIJ Noord') }];
    case 'team': return [at, { role, municipality: 'Groningen', ...team('WIJ Zuid') }];
    case 'organisation': return [isPartner ? 'Humanitas' : 'Stichting Kompas', { role, municipality: 'Groningen', ...team('Kompas') }];
    // The same partner at work in another municipality is the hardest stranger there is.
    case 'municipality': return [isPartner ? at : 'SWW', { role, municipality: 'Hoogeveen', ...team('Sociaal team') }];
    case 'none': return ['Directie W&P', { role, municipality: 'Groningen' }];
  }
}

async function castOf(api: SpecApi): Promise<World['cast']> {
  const cast: Partial<Record<Role, Record<Relation, Player>>> = {};
  for (const role of ROLES) {
    const own = { ...api.as(personaOf(role)), id: await userId(api.db, personaOf(role)) };
    const players: Partial<Record<Relation, Player>> = { own };
    for (const relation of RELATIONS) if (relation !== 'own') players[relation] = await playerOf(api, role, relation);
    cast[role] = players as Record<Relation, Player>;
  }
  return cast as World['cast'];
}

async function playerOf(api: SpecApi, role: Role, relation: Exclude<Relation, 'own'>): Promise<Player> {
  const [organisation, post] = postOf(role, relation);
  return aPerson(api, organisation, [post]);
}

/** Who is at work elsewhere has a dossier there: being in one must open no other. */
async function plantElsewhere(api: SpecApi, cast: World['cast']): Promise<Record<string, HouseholdFixture>> {
  const planted: Record<string, HouseholdFixture> = {};
  for (const relation of ['team', 'organisation', 'municipality'] as const) {
    const subject = `made-${cast.regisseur[relation].id}`;
    const members = MEMBERS.map((member) => ({ ...member, lastName: `Elders-${relation}` }));
    const family = await aHousehold(api.db, { regisseur: subject, intakeBy: `made-${cast['case-worker'][relation].id}`, name: `Familie Elders-${relation}`, members });
    planted[relation] = family;
  }
  return planted;
}

export async function startWorld(): Promise<World> {
  const api = await startApi();
  const document = committedDocument();
  await anOrganisation(api, 'Stichting Kompas', 'Groningen', { team: 'Kompas' });
  const cast = await castOf(api);
  // Every line plants families of its own: more than a team would give one regisseur.
  await api.db.query('UPDATE team SET band_max = 9999');
  const family = (options: HouseholdOptions = {}): Promise<HouseholdFixture> =>
    aHousehold(api.db, { intakeBy: 'case-worker', name: 'Familie Zilvervos', members: MEMBERS, ...options });
  const planted = new Map<string, Promise<unknown>>();
  return {
    api, cast, family,
    marks: new Map(),
    gkb: await organisationId(api.db, 'Groningse Kredietbank'),
    fundId: (await aFund(api.db, { ceilingCents: 900_000_000 })).id,
    home: await family(),
    elsewhere: await plantElsewhere(api, cast),
    body: (route, fields = {}) => {
      const [verb = '', path = ''] = route.split(' ');
      const operation = document.paths[path]?.[verb.toLowerCase()];
      return { ...(operation?.requestBody?.content['application/json']?.example as object | undefined), ...fields };
    },
    once: <T>(what: string, make: () => Promise<T>) => {
      const known = planted.get(what) ?? make();
      planted.set(what, known);
      return known as Promise<T>;
    },
    close: () => api.close(),
  };
}

