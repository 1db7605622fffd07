import type { Family, Stage } from './cast.js';
import type { Visitor } from './visitor.js';

const DUE_IN_MS = 2_500;
const PATIENCE_SECONDS = 20;
const MOST_PAGES = 20;

interface Message {
  readonly kind: string;
  readonly text: string;
  readonly link: string;
}

export async function remind({ tale, as, now }: Stage, { id }: Family): Promise<void> {
  tale.step(7, 'Niets en niemand wordt vergeten');
  const { regisseur } = as;
  const dueAt = new Date(now().getTime() + DUE_IN_MS);
  tale.expect(await regisseur.post(`/v1/households/${id}/reminders`, { title: 'Bel het gezin: is de borg betaald?', dueAt: dueAt.toISOString() }), 201, 'een herinnering');
  tale.said(regisseur.name, 'plant een herinnering', `over ${DUE_IN_MS / 1000} seconden`);
  const find = () => findMessage(regisseur, ({ kind, link }) => kind === 'reminder-due' && link === `/gezinnen/${id}`, 1);
  const message = await tale.eventually(find, PATIENCE_SECONDS, 'de herinnering in de berichten');
  tale.said('Naast', 'laat de herinnering afgaan', `in de berichten na ${((now().getTime() - dueAt.getTime()) / 1000).toFixed(1)} seconden: ${message.text}`);
  const late = await tale.eventually(() => findMessage(regisseur, ({ kind }) => kind === 'referral-late', MOST_PAGES), PATIENCE_SECONDS, 'de eigen herinnering van Naast aan een verwijzing zonder antwoord');
  const referral = tale.expect(await regisseur.get(`/v1${late.link.replace('/verwijzingen', '/referrals')}`), 200, 'de late verwijzing');
  tale.said('Naast', `waarschuwt zelf: ${referral.toOrganisation.name} antwoordde niet voor ${referral.answerBy}`, late.text);
}

async function findMessage(visitor: Visitor, fits: (message: Message) => boolean, pages: number): Promise<Message | undefined> {
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const { body } = await visitor.get(`/v1/inbox?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const found = body.items?.find(fits);
    if (found || !body.nextCursor) return found;
    cursor = body.nextCursor;
  }
  return undefined;
}
