import type { LifeDomain } from '../../life-domain.js';
import { isUrgency, type Urgency } from '../../waiting-list.js';
import { findLifeDomain } from '../life-domain-names.js';
import { fault, shown, value, type Reading } from './reading.js';

export const MAX_NOTE = 4_000;

/** The number that the sending system gave the household. */
export function readKey(text: string): Reading<string> {
  return /^[\p{L}\d][\p{L}\d._/-]{0,39}$/u.test(text)
    ? value(text)
    : fault('Dit aanmeldnummer kan niet. Gebruik letters, cijfers en streepjes, samen hooguit 40 tekens.');
}

export function readUrgency(text: string): Reading<Urgency> {
  const urgency = text.toLowerCase();
  return isUrgency(urgency) ? value(urgency) : fault('Vul spoed, hoog, normaal of laag in.');
}

/** Names with commas between them, as codes in the order given, each once. */
export function readLifeDomains(text: string): Reading<LifeDomain[]> {
  const names = text.split(/[,;|\n]/).map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.filter((name) => findLifeDomain(name) === undefined).map(shown);
  if (unknown.length > 0) return fault(`Dit leefgebied kennen we niet: ${unknown.slice(0, 5).join(', ')}.`);
  return value([...new Set(names.flatMap((name) => findLifeDomain(name) ?? []))]);
}

export function readYesNo(text: string): Reading<boolean> {
  const answer = ['ja', 'nee'].indexOf(text.toLowerCase());
  return answer === -1 ? fault('Vul ja of nee in.') : value(answer === 0);
}

export function readNote(text: string): Reading<string> {
  return text.length <= MAX_NOTE ? value(text) : fault(`Deze toelichting heeft ${text.length} tekens. Er passen er ${MAX_NOTE}.`);
}
