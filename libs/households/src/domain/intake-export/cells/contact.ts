import { fault, value, type Reading } from './reading.js';

/**
 * A phone number in one way of writing: Dutch as 0612345678, foreign as +4930123456.
 * Takes +31, 0031, (0), spaces, dots, dashes, and nine digits whose leading zero a spreadsheet dropped.
 */
export function readPhone(text: string): Reading<string> {
  const digits = text.replace(/\(0\)/g, '').replace(/[\s().\-–/]/g, '').replace(/^00/, '+');
  const dutch = /^(?:\+31|0)?([1-9]\d{8})$/.exec(digits)?.[1];
  if (dutch) return value(`0${dutch}`);
  if (/^\+[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('+31')) return value(digits);
  return fault('Dit is geen telefoonnummer dat we herkennen. Schrijf het bijvoorbeeld als 06 12345678.');
}

/** An e-mail address that can exist; whether it does is for the first message to tell. */
export function readEmail(text: string): Reading<string> {
  const plausible = text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)*\.[^\s@<>,;".\d]{2,}$/u.test(text);
  return plausible ? value(text) : fault('Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.');
}
