import type { Side } from './rounds.js';

export interface Scene {
  readonly api: string;
  readonly bare: string;
  readonly families: readonly string[];
  readonly regisseurId: string;
  readonly municipalityId: string;
  readonly teamId: string;
  readonly tokens: Readonly<Record<'regisseur' | 'team-lead' | 'gkb', string>>;
  /** A referral that nobody answered yet; each is given once. */
  nextReferral(): { referral: string; household: string };
}

export interface Measure {
  readonly name: string;
  readonly least: number;
  readonly ours: Side;
  readonly bare: Side;
}

const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** What the gate adds to a dossier: ours beside the same API that leaves it out (issue 3: at most 10 %). */
export function gateMeasure({ api, families, tokens }: Scene, withoutGate: string): Measure {
  const headers = as(tokens.regisseur);
  const next = () => ({ path: `/v1/households/${oneOf(families)}` });
  return { name: 'sharing-gate', least: 0.9, ours: { url: api, headers, next }, bare: { url: withoutGate, headers, next } };
}

/** One dossier in a large and in a small municipality (issue 3: within 1.2 ×). */
export function scaleMeasure(large: Scene, small: Scene): Measure {
  const side = ({ api, families, tokens }: Scene): Side => ({ url: api, headers: as(tokens.regisseur), next: () => ({ path: `/v1/households/${oneOf(families)}` }) });
  return { name: 'dossier-read-scale', least: 0.833, ours: side(large), bare: side(small) };
}

const oneOf = (families: readonly string[]): string => families[Math.floor(Math.random() * families.length)] ?? '';

/** Of the names in load.ts. */
const THREE_LETTERS = ['jan', 'bak', 'vis', 'hoe', 'mei', 'bou', 'now', 'pos', 'vee', 'kui', 'smi', 'gro'];

/** What is compared, and the least share of the bare rate that ours must reach (issue 2). */
export function measures(scene: Scene): Measure[] {
  const { api, bare, families, regisseurId, municipalityId, teamId, tokens } = scene;
  const family = (): string => oneOf(families);
  const get = (path: () => string) => () => ({ path: path() });
  return [
    {
      name: 'dossier-read', least: 0.3,
      ours: { url: api, headers: as(tokens.regisseur), next: get(() => `/v1/households/${family()}`) },
      bare: { url: bare, next: get(() => `/dossier/${family()}`) },
    },
    {
      name: 'caseload-list', least: 0.3,
      ours: { url: api, headers: as(tokens.regisseur), next: get(() => '/v1/households?limit=50') },
      bare: { url: bare, next: get(() => `/caseload/${regisseurId}`) },
    },
    {
      name: 'waiting-list', least: 0.3,
      ours: { url: api, headers: as(tokens['team-lead']), next: get(() => '/v1/waiting-list?limit=50') },
      bare: { url: bare, next: get(() => `/waiting/${municipalityId}/${teamId}`) },
    },
    {
      name: 'search', least: 0.3,
      ours: { url: api, headers: { ...as(tokens.regisseur), 'content-type': 'application/json' }, next: () => ({ method: 'POST', path: '/v1/household-searches', body: `{"text":"${oneOf(THREE_LETTERS)}"}` }) },
      bare: { url: bare, next: get(() => `/search/${regisseurId}/${oneOf(THREE_LETTERS)}`) },
    },
    {
      // The widest that anybody searches: a team of some thousands of families.
      name: 'search-team', least: 0.3,
      ours: { url: api, headers: { ...as(tokens['team-lead']), 'content-type': 'application/json' }, next: () => ({ method: 'POST', path: '/v1/household-searches', body: `{"text":"${oneOf(THREE_LETTERS)}"}` }) },
      bare: { url: bare, next: get(() => `/searchTeam/${teamId}/${oneOf(THREE_LETTERS)}`) },
    },
    {
      name: 'journey-write', least: 0.5,
      ours: {
        url: api, headers: { ...as(tokens.gkb), 'content-type': 'application/json', 'if-match': '"1"' },
        next: () => ({ method: 'POST', path: `/v1/referrals/${scene.nextReferral().referral}/acceptance`, body: '{}' }),
      },
      bare: {
        url: bare,
        next: () => {
          const { referral, household } = scene.nextReferral();
          return { method: 'POST', path: `/accept/${referral}/${household}` };
        },
      },
    },
  ];
}
