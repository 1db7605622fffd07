import { isValidBsn, normaliseBsn, tidySpaces } from '#kernel';
import type { IntakeRole } from '../intake-plan.js';
import { fault, value, type Reading } from './reading.js';

/** Exports write a ? (or U+FFFD) where their character set has no room for a letter: Nowak-Wi?niewska. */
export const LOST_LETTER = /[?\uFFFD]/g;

/** With more holes than this a name fits anybody. */
const MOST_LOST_LETTERS = 3;

const ROLES: Readonly<Record<string, IntakeRole>> = { hoofdbewoner: 'main', partner: 'partner', kind: 'child' };

/** A (part of a) name: letters, spaces, hyphens, apostrophes and dots, at most 100 characters. */
export function readName(text: string): Reading<string> {
  const name = tidySpaces(text);
  if (name.length > 100) return fault('Deze naam is te lang. Een naam mag 100 tekens zijn.');
  const letters = name.replace(LOST_LETTER, '');
  if (!/^[\p{L}\p{M} .\-‐–'’‘`´ʼ]*$/u.test(letters)) {
    return fault('In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.');
  }
  if (!/\p{L}/u.test(letters)) return fault('Hier staat geen naam.');
  if (name.length - letters.length > MOST_LOST_LETTERS) return fault('In deze naam zijn te veel tekens verloren gegaan. Schrijf de naam zoals hij hoort.');
  return letters === name ? value(name) : value(name, 'Teken verloren in de export; controleer de naam.');
}

/** A burgerservicenummer that passes the eleven test. The message never repeats the number. */
export function readBsn(text: string): Reading<string> {
  const bsn = normaliseBsn(text);
  return isValidBsn(bsn) ? value(bsn) : fault('Dit BSN klopt niet. Controleer het nummer of laat de cel leeg.');
}

export function readRole(text: string): Reading<IntakeRole> {
  const role = ROLES[text.toLowerCase()];
  return role ? value(role) : fault('Vul hoofdbewoner, partner of kind in.');
}
