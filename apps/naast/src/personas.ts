/** An invented person of the demo. `key` is the OIDC subject, by which the seed knows the user. */
export interface Persona {
  key: string;
  name: string;
  email: string;
  organisation: string;
  municipality: 'Groningen' | 'Hoogeveen';
  roles: string[];
  /** What this person does, as the sign-in page says it. */
  work: string;
}

type Columns = [key: string, name: string, domain: string, organisation: string, role: string, work: string];

const GRONINGEN: Columns[] = [
  ['case-worker', 'Sanne Bakker', 'wij', 'WIJ Groningen', 'case-worker', 'medewerker van het wijkteam'],
  ['regisseur', 'Jelle Hoekstra', 'wij', 'WIJ Groningen', 'regisseur', 'regisseur'],
  ['team-lead', 'Marieke Postma', 'wij', 'WIJ Groningen', 'team-lead', 'teamleider'],
  ['gkb', 'Yara de Wit', 'kredietbank', 'Groningse Kredietbank', 'partner-worker', 'schuldhulpverlener'],
  ['humanitas', 'Tom Visser', 'humanitas', 'Humanitas', 'partner-worker', 'coördinator van vrijwilligers'],
  ['fund-secretary', 'Ilse Mulder', 'groningen', 'Gemeente Groningen', 'fund-secretary', 'secretaris van het fonds'],
  ['committee-member', 'Farid Amrani', 'groningen', 'Gemeente Groningen', 'committee-member', 'lid van de fondscommissie'],
  ['decision-maker', 'Hanneke Smit', 'groningen', 'Gemeente Groningen', 'decision-maker', 'beslisser'],
  ['finance', 'Bart Kuiper', 'groningen', 'Gemeente Groningen', 'finance', 'financiën'],
  ['objection-handler', 'Noor van Dam', 'groningen', 'Gemeente Groningen', 'objection-handler', 'behandelt bezwaren'],
  ['privacy-officer', 'Karin Veenstra', 'groningen', 'Gemeente Groningen', 'privacy-officer', 'privacyfunctionaris'],
  ['privacy-officer-2', 'Arjen Talsma', 'groningen', 'Gemeente Groningen', 'privacy-officer', 'tweede privacyfunctionaris en archivaris'],
  ['policy-adviser', 'Wouter Dekker', 'groningen', 'Gemeente Groningen', 'policy-adviser', 'beleidsadviseur'],
  ['committee-member-2', 'Aukje Wolters', 'humanitas', 'Humanitas', 'committee-member', 'lid van de fondscommissie'],
  ['team-lead-zuid', 'Ingrid Bos', 'wij', 'WIJ Groningen', 'team-lead', 'teamleider van een ander team'],
  ['regisseur-zuid', 'Lars Feenstra', 'wij', 'WIJ Groningen', 'regisseur', 'regisseur in een ander team'],
  ['resident', 'Anna Dijkstra', 'inwoner', 'Inwoners', 'resident', 'inwoner'],
];

const HOOGEVEEN: Columns[] = [
  ['regisseur-hoogeveen', 'Petra Mol', 'sww', 'SWW', 'regisseur', 'regisseur'],
  ['privacy-officer-hoogeveen', 'Wilma Snippe', 'hoogeveen', 'Gemeente Hoogeveen', 'privacy-officer', 'privacyfunctionaris in een andere gemeente'],
  ['team-lead-hoogeveen', 'Rob Kamps', 'sww', 'SWW', 'team-lead', 'teamleider'],
];

export const PERSONAS: readonly Persona[] = [
  ...GRONINGEN.map((columns) => persona(columns, 'Groningen')),
  ...HOOGEVEEN.map((columns) => persona(columns, 'Hoogeveen')),
];

export function findPersona(key: string): Persona | undefined {
  return PERSONAS.find((one) => one.key === key);
}

function persona([key, name, domain, organisation, role, work]: Columns, municipality: Persona['municipality']): Persona {
  const mailbox = name.toLowerCase().replaceAll(' ', '.');
  return { key, name, email: `${mailbox}@${domain}.example`, organisation, municipality, roles: [role], work };
}
