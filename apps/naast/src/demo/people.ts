import type pg from 'pg';
import { newId } from '#kernel';
import { settleBsnRights } from './bsn.js';
import type { People } from './cast.js';
import { PERSONAS } from '../personas.js';
import { loadAgreements } from './agreements.js';

export type { People };

const ORGANISATIONS: [name: string, kind: string, municipalities: string[], takesReferrals: boolean, services: string | null][] = [
  ['Gemeente Groningen', 'municipality', ['Groningen'], false, null],
  ['WIJ Groningen', 'welfare', ['Groningen'], false, null],
  ['Groningse Kredietbank', 'credit-bank', ['Groningen'], true, 'Schuldhulp, budgetbeheer en sociale leningen'],
  ['Humanitas', 'ngo', ['Groningen', 'Hoogeveen'], true, 'Vrijwilligers die thuis helpen met de administratie'],
  ['Directie IDV', 'municipality', ['Groningen'], true, 'Uitkering, bijzondere bijstand en minimaregelingen'],
  ['Directie W&P', 'municipality', ['Groningen'], true, 'Hulp bij werk, leren en meedoen'],
  ['SWW', 'welfare', ['Hoogeveen'], false, null],
  ['Gemeente Hoogeveen', 'municipality', ['Hoogeveen'], false, null],
  ['Inwoners', 'municipality', ['Groningen'], false, null],
];

// Team Zuid agreed on few families each, for those with many questions: one more there is too many.
const TEAMS: [name: string, municipality: 'Groningen' | 'Hoogeveen', organisation: string, bandMin: number, bandMax: number][] = [
  ['WIJ Noord', 'Groningen', 'WIJ Groningen', 15, 40],
  ['WIJ Zuid', 'Groningen', 'WIJ Groningen', 3, 6],
  ['Sociaal team', 'Hoogeveen', 'SWW', 15, 40],
];

const MORE_REGISSEURS = [
  'Esra Demir', 'Koen van Wijk', 'Ruth Oosterhuis', 'Dennis Pals', 'Mirjam Kok', 'Samira Haddad',
  'Peter Zijlstra', 'Linde Vos', 'Onno Ritsema', 'Chantal Brouwer', 'Achmed Yilmaz',
];

const TEAM_OF: Record<string, string> = {
  'case-worker': 'WIJ Noord', regisseur: 'WIJ Noord', 'team-lead': 'WIJ Noord',
  'team-lead-zuid': 'WIJ Zuid', 'regisseur-zuid': 'WIJ Zuid',
  'regisseur-hoogeveen': 'Sociaal team', 'team-lead-hoogeveen': 'Sociaal team',
};

/** Municipalities, organisations, teams and people. Needs the migrator: the application itself cannot hand out roles. */
export async function loadPeople(db: pg.ClientBase): Promise<People> {
  const people: People = { municipality: { Groningen: newId(), Hoogeveen: newId() }, organisation: {}, team: {}, user: {}, regisseurs: [] };
  await db.query(`INSERT INTO municipality (id, code, name) VALUES ($1, '0014', 'Groningen'), ($2, '0118', 'Hoogeveen')`, [
    people.municipality.Groningen, people.municipality.Hoogeveen,
  ]);
  await loadOrganisations(db, people);
  await settleBsnRights(db, people);
  for (const [name, municipality, organisation, bandMin, bandMax] of TEAMS) {
    people.team[name] = newId();
    await db.query('INSERT INTO team (id, municipality_id, organisation_id, name, band_min, band_max) VALUES ($1, $2, $3, $4, $5, $6)', [
      people.team[name], people.municipality[municipality], people.organisation[organisation], name, bandMin, bandMax,
    ]);
  }
  for (const persona of PERSONAS) {
    const { key: subject, roles, ...rest } = persona;
    await loadUser(db, people, { ...rest, subject, role: roles[0] ?? '', team: TEAM_OF[subject] });
  }
  for (const [index, name] of MORE_REGISSEURS.entries()) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@wij.example`;
    await loadUser(db, people, {
      name, email, organisation: 'WIJ Groningen', municipality: 'Groningen', subject: `regisseur-${index + 2}`, role: 'regisseur', team: 'WIJ Noord',
    });
  }
  await loadAgreements(db, people);
  return people;
}

async function loadOrganisations(db: pg.ClientBase, people: People): Promise<void> {
  for (const [name, kind, municipalities, takesReferrals, services] of ORGANISATIONS) {
    const id = newId();
    people.organisation[name] = id;
    await db.query('INSERT INTO organisation (id, name, kind, services) VALUES ($1, $2, $3, $4)', [id, name, kind, services]);
    for (const municipality of municipalities) {
      await db.query('INSERT INTO organisation_municipality (organisation_id, municipality_id, takes_referrals) VALUES ($1, $2, $3)', [
        id, people.municipality[municipality as 'Groningen'], takesReferrals,
      ]);
    }
  }
}

interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly municipality: 'Groningen' | 'Hoogeveen';
  readonly subject: string;
  readonly role: string;
  readonly team: string | undefined;
}

async function loadUser(db: pg.ClientBase, people: People, user: NewUser): Promise<void> {
  const id = newId();
  people.user[user.subject] = id;
  if (user.role === 'regisseur' && user.team === 'WIJ Noord') people.regisseurs.push(id);
  await db.query('INSERT INTO app_user (id, organisation_id, name, email, subject) VALUES ($1, $2, $3, $4, $5)', [
    id, people.organisation[user.organisation], user.name, user.email, user.subject,
  ]);
  await db.query('INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, $3, $4)', [
    id, people.municipality[user.municipality], user.role, user.team ? people.team[user.team] : null,
  ]);
}
