import { readFile } from 'node:fs/promises';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { addDays, localDate } from '#kernel';
import type { Family, Stage } from './cast.js';

const EXPORT = new URL('../../../../../../demo/aanmeldingen.csv', import.meta.url);
const ROWS = 217;
/** So long ago that this family stands at the top of the list. */
const WAITED_DAYS = 800;
const ORDER = ['spoed', 'hoog', 'normaal', 'laag'];

export async function importExport({ tale, as }: Stage): Promise<void> {
  tale.step(1, 'Een export met aanmeldingen komt binnen');
  const worker = as['case-worker'];
  const bytes = await readFile(EXPORT);
  const send = () => worker.post('/v1/intake-imports?fileName=aanmeldingen.csv&safetyChecked=true', bytes);
  const first = tale.expect(await send(), 201, 'de import');
  tale.holds(first.rowCount === ROWS && first.takenRows + first.refusedRows === ROWS, `de import telt ${ROWS} rijen`);
  tale.said(worker.name, `leest ${ROWS} rijen in`, `${first.newHouseholds} nieuwe gezinnen, ${first.newMembers} nieuwe mensen, ${first.refusedRows} rijen niet overgenomen`);
  const [refusal] = first.refusals;
  tale.holds(refusal?.rowNumber > 0 && refusal.reason !== '', 'een geweigerde rij heeft een nummer en een reden');
  tale.said(worker.name, 'bekijkt wat niet kon', `rij ${refusal.rowNumber}, ${refusal.column}: ${refusal.reason}`);
  const again = tale.expect(await send(), 201, 'de tweede import');
  tale.holds(again.newHouseholds === 0 && again.newMembers === 0, 'twee keer inlezen geeft niets dubbel');
  tale.said(worker.name, 'leest hetzelfde bestand nog een keer in', 'niets dubbel');
}

export async function reportFamily({ tale, as, today, now }: Stage): Promise<Family> {
  const worker = as['case-worker'];
  // Each journey has a family of its own: born on another day, at another number.
  const mark = now().getTime() % 10_000_000;
  const lastName = 'Reitsema';
  const registered = tale.expect(await worker.post('/v1/households', {
    urgency: 'spoed', urgencyReason: 'De uithuiszetting is al aangekondigd.', reportedOn: addDays(today, -WAITED_DAYS), source: 'spreekuur WIJ', lifeDomains: ['finances', 'housing'],
    note: 'Belt het liefst in de ochtend.', safetyChecked: true,
    address: { postcode: '9712 XX', houseNumber: String(1000 + (mark % 9000)), city: 'Groningen', neighbourhood: 'De Hoogte', protected: false },
    members: [
      { role: 'main', firstName: 'Mirte', lastName, birthDate: addDays(localDate('1972-01-01'), Math.floor(mark / 1000)), phone: '06 12345678', email: 'mirte@voorbeeld.nl' },
      { role: 'child', firstName: 'Jorrit', lastName, birthDate: '2017-09-02' },
    ],
  }), 201, 'een gezin aanmelden');
  const dossier = tale.expect(await worker.get(`/v1/households/${registered.id}`), 200, 'het dossier lezen');
  tale.said(worker.name, 'meldt een gezin met de hand aan', `${dossier.caseNumber}, ${HOUSEHOLD_STATES[dossier.state as HouseholdState]}`);
  const person = (role: string) => dossier.members.find((member: { role: string }) => member.role === role);
  return { id: dossier.id, caseNumber: dossier.caseNumber, main: person('main'), child: person('child') };
}

/** Answers the version under which the family stands on the list. */
export async function findOnWaitingList({ tale, as }: Stage, { id }: Family): Promise<number> {
  const lead = as['team-lead'];
  const { items } = tale.expect(await lead.get('/v1/waiting-list?limit=50'), 200, 'de wachtlijst');
  const key = (item: { urgency: string; waitingDays: number }) => ORDER.indexOf(item.urgency) * 10_000 - item.waitingDays;
  tale.holds(items.every((item: never, at: number) => at === 0 || key(items[at - 1]) <= key(item)), 'de wachtlijst staat op urgentie en wachttijd');
  const found = items.find((item: { householdId: string }) => item.householdId === id);
  tale.holds(found !== undefined, 'het gezin staat op de wachtlijst');
  tale.said(lead.name, 'bekijkt de wachtlijst', `${found.name} wacht ${found.waitingDays} dagen, ${found.urgency}`);
  return found.version;
}
