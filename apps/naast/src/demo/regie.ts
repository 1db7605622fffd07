import { addDays, daysBetween, type LocalDate } from '#kernel';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning } from './family.js';
import { notify } from './inbox.js';
import { CONTACTS } from './texts.js';

const LEAD = { 'WIJ Noord': 'team-lead', 'WIJ Zuid': 'team-lead-zuid', 'Sociaal team': 'team-lead-hoogeveen' } as const;
/** Proposals that wait for an answer: three for persona `regisseur`. */
const OPEN_PROPOSALS = 7;
const FOR_PERSONA = 3;

export function tell(book: DemoBook, family: DemoFamily, at: Date, kind: string, text: string, by: string | null): void {
  book.add('household_event', { id: book.idAt(at), household_id: family.id, municipality_id: family.municipalityId, at, kind, text, by_user_id: by });
}

/** How each family came in, who took it on and what happened since. */
export function writeRegie(book: DemoBook, families: readonly DemoFamily[]): void {
  for (const family of families) {
    writeIntake(book, family);
    if (family.regisseurId && family.acceptedOn) writeRegisseur(book, family, family.regisseurId, family.acceptedOn);
  }
  const waiting = families.filter(({ state, team }) => state === 'waiting-list' && team === 'WIJ Noord');
  for (const [at, family] of book.random.shuffled(waiting).slice(0, OPEN_PROPOSALS).entries()) propose(book, family, at);
}

function writeIntake(book: DemoBook, family: DemoFamily): void {
  const at = book.during(family.reportedOn);
  const by = family.team === 'WIJ Noord' ? book.people.user['case-worker'] : book.people.user[LEAD[family.team]];
  tell(book, family, at, 'household.registered', 'Het gezin is aangemeld, de veiligheid is bekeken en het gezin staat op de wachtlijst.', by ?? null);
}

function writeRegisseur(book: DemoBook, family: DemoFamily, regisseurId: string, acceptedOn: LocalDate): void {
  const { people } = book;
  const [proposedAt, acceptedAt] = [book.during(addDays(acceptedOn, -1)), book.during(acceptedOn)];
  const lead = people.user[LEAD[family.team]] ?? null;
  const running = isRunning(family);
  book.add('regisseur_assignment', {
    id: book.idAt(proposedAt), household_id: family.id, municipality_id: family.municipalityId, regisseur_id: regisseurId,
    state: running ? 'active' : 'ended', proposed_by: lead, proposed_at: proposedAt, note: null, active_since: acceptedAt, version: running ? 2 : 3,
  });
  tell(book, family, proposedAt, 'assignment.proposed', 'Een regisseur is voorgesteld.', lead);
  tell(book, family, acceptedAt, 'assignment.accepted', 'De regisseur heeft ja gezegd. De intake is gestart.', regisseurId);
  writeContacts(book, family, regisseurId, acceptedOn);
  writeMilestones(book, family, regisseurId, acceptedOn);
}

function writeContacts(book: DemoBook, family: DemoFamily, by: string, since: LocalDate): void {
  const days = Math.max(1, daysBetween(since, book.today) - 1);
  for (const [kind, text] of book.random.shuffled(CONTACTS).slice(0, book.random.between(2, 5))) {
    tell(book, family, book.during(addDays(since, book.random.between(1, days))), kind, text, by);
  }
}

const MILESTONES: readonly (readonly [states: readonly string[], share: number, kind: string, text: string])[] = [
  [['draft-plan', 'active', 'scaled-up', 'aftercare', 'closed'], 0.3, 'household.plan-started', 'Samen met het gezin is een plan begonnen.'],
  [['active', 'scaled-up', 'aftercare', 'closed'], 0.5, 'household.activated', 'Het gezin is het eens met het plan. We zijn begonnen.'],
  [['scaled-up'], 0.9, 'household.scaled-up', 'Opgeschaald: de regels zitten elkaar in de weg. De teamleider kijkt mee.'],
  [['aftercare', 'closed'], 0.75, 'household.aftercare-started', 'Het gaat goed genoeg voor de nazorg. We blijven bellen.'],
  [['closed'], 0.95, 'household.closed', 'Afgesloten, samen met het gezin. De deur blijft open.'],
  [['declined-help'], 0.6, 'household.declined-help', 'Het gezin wil nu geen hulp. Ze weten ons te vinden.'],
  [['moved-away'], 0.6, 'household.moved-away', 'Het gezin is verhuisd. De nieuwe gemeente heeft contact.'],
];

function writeMilestones(book: DemoBook, family: DemoFamily, by: string, since: LocalDate): void {
  const days = daysBetween(since, book.today);
  for (const [states, share, kind, text] of MILESTONES) {
    if (states.includes(family.state)) tell(book, family, book.during(addDays(since, Math.floor(days * share))), kind, text, by);
  }
}

function propose(book: DemoBook, family: DemoFamily, position: number): void {
  const { people, random } = book;
  const regisseurId = position < FOR_PERSONA ? people.regisseurs[0] : random.pick(people.regisseurs.slice(1));
  const at = book.during(book.daysAgo(position < 2 ? 0 : random.between(0, 2)));
  const id = book.idAt(at);
  book.add('regisseur_assignment', {
    id, household_id: family.id, municipality_id: family.municipalityId, regisseur_id: regisseurId, state: 'proposed',
    proposed_by: people.user['team-lead'], proposed_at: at, note: position === 0 ? 'Jij kent de wijk. Past dit gezin nog bij je week?' : null, active_since: null, version: 1,
  });
  tell(book, family, at, 'assignment.proposed', 'Een regisseur is voorgesteld.', people.user['team-lead'] ?? null);
  notify(book, { userId: regisseurId, municipalityId: family.municipalityId, kind: 'assignment-proposed', link: `/gezinnen/${family.id}`, cause: `assignment-proposed:${id}`, at });
}
