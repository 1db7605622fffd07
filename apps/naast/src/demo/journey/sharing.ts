import { addMonths } from '#kernel';
import { nounsOf } from '#privacy';
import { REFERRAL_STATES, type ReferralState } from '#referrals';
import type { Family, Stage } from './cast.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Answers the id of the referral to the Kredietbank. */
export async function referWarmly({ tale, as, today }: Stage, { id, main, child }: Family): Promise<string> {
  tale.step(3, 'Delen mag alleen met een grondslag');
  const { regisseur } = as;
  const { items } = tale.expect(await regisseur.get('/v1/organisations?kind=partner'), 200, 'de partners');
  const gkb = items.find(({ name }: Named) => name === 'Groningse Kredietbank');
  tale.holds(gkb !== undefined, 'de Groningse Kredietbank is een partner');
  const referral = (categories: string[]) => ({
    toOrganisationId: gkb.id, question: 'Willen jullie de schulden met dit gezin op een rij zetten?', threatening: true, shares: [{ memberId: main.id, categories }],
  });
  const refused = await regisseur.post(`/v1/households/${id}/referrals`, referral(['name', 'contact']));
  const problem = tale.expect(refused, 422, 'verwijzen zonder grondslag');
  tale.holds(problem.errors?.length === 2, 'de server zegt wat er mist');
  tale.said(regisseur.name, 'verwijst zonder grondslag', `422 ${problem.errors[0].message}`);
  const basis = tale.expect(await regisseur.post(`/v1/households/${id}/legal-bases`, {
    memberId: main.id, type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten', dataCategories: ['name', 'contact'], toOrganisationId: gkb.id,
    validFrom: today, validUntil: addMonths(today, 6), proof: 'conversation', catalogueCode: 'wgs',
  }), 201, 'een grondslag vastleggen');
  tale.said(regisseur.name, 'legt de grondslag vast', basis.explanation);
  const child422 = await regisseur.post(`/v1/households/${id}/referrals`, { ...referral(['name']), shares: [{ memberId: child.id, categories: ['name'] }] });
  tale.expect(child422, 422, 'de gegevens van het kind meesturen');
  tale.said(regisseur.name, 'wil ook de naam van het kind delen', `422 ${child422.body.errors[0].message}`);
  const sent = tale.expect(await regisseur.post(`/v1/households/${id}/referrals`, referral(['name', 'contact'])), 201, 'de verwijzing');
  tale.said(regisseur.name, 'verwijst warm naar de Kredietbank', `${REFERRAL_STATES[sent.state as ReferralState]}, antwoord voor ${sent.answerBy}`);
  return sent.id;
}

export async function answerAsPartner({ tale, as, today }: Stage, { id, main, child }: Family, referralId: string): Promise<void> {
  tale.step(4, 'De Kredietbank ziet alleen wat is gedeeld, en neemt over');
  const { gkb, humanitas, regisseur } = as;
  const box = tale.expect(await gkb.get('/v1/referrals?box=received&limit=50'), 200, 'de verwijzingen');
  tale.holds(box.items.some((item: { id: string }) => item.id === referralId), 'de verwijzing staat in de lijst');
  const seen = tale.expect(await gkb.get(`/v1/referrals/${referralId}`), 200, 'de verwijzing lezen');
  const [person] = seen.sharedMembers;
  tale.holds(seen.sharedMembers.length === 1 && person.name.startsWith(main.firstName) && Boolean(person.phone), 'naam en telefoonnummer van de hoofdpersoon zijn te zien');
  tale.holds(!person.birthDate && !person.address && !JSON.stringify(seen).includes(child.firstName), 'niets anders is te zien');
  tale.said(gkb.name, 'leest de verwijzing', `ziet ${nounsOf(person.categories)} van één persoon; geen geboortedatum, adres of kind`);
  const dossier = await gkb.get(`/v1/households/${id}`);
  tale.holds(dossier.status === 403 || dossier.status === 404, 'het dossier blijft dicht');
  tale.said(gkb.name, 'probeert het dossier', `${dossier.status} ${dossier.body.detail}`);
  const other = await humanitas.get(`/v1/referrals/${referralId}`);
  tale.expect(other, 404, 'een andere organisatie');
  tale.said(humanitas.name, 'probeert dezelfde verwijzing', `404 ${other.body.detail}`);
  const accepted = tale.expect(await gkb.post(`/v1/referrals/${referralId}/acceptance`, { note: 'We bellen vandaag.' }, seen.version), 200, 'aannemen');
  tale.holds(accepted.responsible === 'regisseur', 'na het ja blijft de regisseur verantwoordelijk');
  tale.said(gkb.name, 'neemt de verwijzing aan', 'de regisseur blijft verantwoordelijk tot het eerste contact');
  const contact = tale.expect(await gkb.post(`/v1/referrals/${referralId}/first-contact`, { contactedOn: today, kind: 'conversation', note: 'Kennisgemaakt.' }, accepted.version), 200, 'het eerste contact');
  tale.said(gkb.name, 'legt het eerste contact vast', `${REFERRAL_STATES[contact.state as ReferralState]}, verantwoordelijk is nu de ${contact.responsible}`);
  tale.expect(await gkb.post(`/v1/referrals/${referralId}/feedback`, { note: 'Er is een betalingsregeling.' }, contact.version), 200, 'de terugkoppeling');
  const { events } = tale.expect(await regisseur.get(`/v1/referrals/${referralId}`), 200, 'de terugkoppeling lezen');
  tale.holds(events.some(({ kind }: { kind: string }) => kind === 'feedback'), 'de regisseur ziet de terugkoppeling');
  tale.said(regisseur.name, 'ziet de terugkoppeling', events.at(-1).text.replace('\n', ' '));
}
