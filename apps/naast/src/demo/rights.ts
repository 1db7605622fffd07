import type pg from 'pg';
import { addDays } from '#kernel';
import { answerBy, reminderDays, type RightsKind, type RightsState } from '#privacy';
import type { DemoBook } from './book.js';
import { type DemoFamily, isRunning, mainOf } from './family.js';

interface DemoRequest {
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly daysAgo: number;
  readonly question: string;
  readonly reasons?: string;
}

/** One that is too late, some that wait, some that are done; the first families are those of persona `regisseur`. */
const REQUESTS: readonly DemoRequest[] = [
  { kind: 'access', state: 'in-progress', daysAgo: 19, question: 'Ik wil weten wat jullie allemaal over mij hebben.' },
  { kind: 'rectification', state: 'received', daysAgo: 2, question: 'Mijn telefoonnummer klopt niet meer.' },
  { kind: 'objection', state: 'in-progress', daysAgo: 36, question: 'Ik wil niet dat de kredietbank mijn gegevens krijgt.' },
  { kind: 'portability', state: 'identity-check', daysAgo: 9, question: 'Mag ik mijn gegevens meenemen naar mijn nieuwe gemeente?' },
  { kind: 'erasure', state: 'refused', daysAgo: 70, question: 'Haal alles weg.', reasons: 'De wet vraagt dat wij dit dossier nog bewaren (AVG 17, derde lid, onder b).' },
  { kind: 'restriction', state: 'withdrawn', daysAgo: 90, question: 'Gebruik mijn gegevens even niet.' },
];

const INSERT = `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel, question, asked_by,
    identity_how, identity_checked_by, identity_checked_on, identity_asked, answer_by, decided_by, decided_at, decision_reasons, remedies_told, withdrawn_on, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'conversation', $10, 'self', $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`;
const ALARM = `INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key) VALUES ($1, $2, 'rights-request.term-near', $3, $4, $5)`;

/** What invented people asked about their own data. */
export async function writeRights(db: pg.ClientBase, book: DemoBook, families: readonly DemoFamily[]): Promise<void> {
  const { people } = book;
  const mine = (family: DemoFamily): number => Number(family.regisseurId !== people.regisseurs[0]);
  const asking = families.filter((family) => isRunning(family) && family.municipalityId === people.municipality.Groningen).sort((a, b) => mine(a) - mine(b));
  for (const [at, request] of REQUESTS.entries()) {
    const family = asking[at];
    if (family) await write(db, book, family, request);
  }
}

async function write(db: pg.ClientBase, book: DemoBook, family: DemoFamily, { kind, state, daysAgo, question, reasons }: DemoRequest): Promise<void> {
  const receivedOn = book.daysAgo(daysAgo);
  const at = book.during(receivedOn);
  const [id, officer, due] = [book.idAt(at), book.people.user['privacy-officer'], answerBy(receivedOn, false)];
  const known = state === 'in-progress' || state === 'refused';
  const decidedAt = reasons ? book.during(addDays(receivedOn, 12)) : null;
  await db.query(INSERT, [
    id, family.id, family.municipalityId, family.caseNumber, mainOf(family).id, kind, state, receivedOn, family.regisseurId, question,
    known ? 'known-in-person' : null, known ? family.regisseurId : null, known ? receivedOn : null, state === 'identity-check' ? 'Een brief met een handtekening.' : null, due,
    reasons ? officer : null, decidedAt, reasons ?? null, reasons ? true : null, state === 'withdrawn' ? addDays(receivedOn, 5) : null, at,
  ]);
  for (const day of reminderDays(due, book.today)) {
    const payload = JSON.stringify({ rightsRequestId: id, answerBy: due });
    await db.query(ALARM, [book.idAt(book.now), family.municipalityId, payload, new Date(`${day}T07:00:00Z`), `rights-request.term-near:${id}:${due}:${day}`]);
  }
}
