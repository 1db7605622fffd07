import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import type { Family, Stage } from './cast.js';

export async function assignRegisseur({ tale, as }: Stage, { id }: Family, version: number): Promise<void> {
  tale.step(2, 'Eén regisseur voor dit gezin');
  const { 'team-lead': lead, regisseur } = as;
  const me = tale.expect(await regisseur.get('/v1/me'), 200, 'wie is de regisseur');
  const { items } = tale.expect(await lead.get('/v1/regisseurs'), 200, 'de regisseurs');
  const chosen = items.find((one: { id: string }) => one.id === me.user.id);
  tale.holds(chosen !== undefined, 'de regisseur staat in de lijst van het team');
  tale.expect(await lead.post(`/v1/households/${id}/assignments`, { regisseurId: me.user.id, note: 'Past dit bij je week?' }, version), 201, 'een regisseur voorstellen');
  tale.said(lead.name, `stelt ${me.user.name} voor`, `heeft nu ${chosen.caseload} gezinnen`);
  const proposed = tale.expect(await lead.get(`/v1/households/${id}`), 200, 'het gezin na het voorstel');
  const second = await lead.post(`/v1/households/${id}/assignments`, { regisseurId: me.user.id }, proposed.version);
  tale.expect(second, 409, 'een tweede regisseur');
  tale.said(lead.name, 'stelt er nog een voor', `409 ${second.body.detail}`);
  const { proposal } = tale.expect(await regisseur.get(`/v1/households/${id}`), 200, 'het voorstel lezen');
  tale.expect(await regisseur.post(`/v1/households/${id}/assignments/${proposal.assignmentId}/acceptance`, {}, proposal.version), 204, 'ja zeggen');
  const dossier = tale.expect(await regisseur.get(`/v1/households/${id}`), 200, 'het dossier');
  tale.holds(dossier.regisseur?.id === me.user.id && dossier.state === 'intake', 'het gezin heeft een regisseur en de intake is begonnen');
  tale.said(regisseur.name, 'zegt ja', `${HOUSEHOLD_STATES[dossier.state as HouseholdState]}; nu: ${dossier.nextStep.text}`);
}
