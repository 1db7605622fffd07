import { DomainError } from '#kernel';
import { readWindows1252 } from './windows-1252.js';

/** Two megabyte is about ten times a large municipality's yearly export. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** UTF-8 that an earlier program took for windows-1252: é became Ã©. */
const READ_WRONG_BEFORE = /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘“•–—˜™š›œžŸ]/;

/**
 * The text of an uploaded export: UTF-8 (with or without BOM) when the bytes are valid UTF-8, else windows-1252,
 * which is what Excel on a Dutch Windows writes. Accents come out composed (NFC).
 * @throws DomainError `invalid` when the file is empty, too large or not such a text.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) refuse('Dit bestand is te groot. Een bestand mag 2 MB zijn. Splits het in kleinere bestanden.');
  refuseOtherFormats(bytes);
  const text = decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  if (text.trim() === '') refuse('Dit bestand is leeg.');
  if (READ_WRONG_BEFORE.test(text)) refuse('De accenten in dit bestand zijn kapot (er staat bijvoorbeeld Ã© in plaats van é). Maak de export opnieuw en kies CSV UTF-8.');
  return text.normalize('NFC');
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    refuse('Dit bestand is opgeslagen als UTF-16 (“Unicode-tekst”). Sla het op als CSV UTF-8 en probeer het opnieuw.');
  }
  if (startsWith(bytes, 0x50, 0x4b)) refuse('Dit is een Excel-bestand of zip-bestand. Open het en sla het op als CSV.');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) refuse('Dit is een PDF. We hebben de export als CSV nodig.');
  if (bytes.includes(0)) refuse('Dit bestand is geen gewone tekst: er staan lege tekens (NUL) in. Sla de export op als CSV UTF-8.');
  if (bytes.some(isControl)) refuse('Dit bestand is geen gewone tekst: er staan besturingstekens in. Sla de export opnieuw op als CSV.');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  // A UTF-8 file that was cut off or glued to another one: reading it as windows-1252 would spoil every accent.
  if (startsWith(bytes, 0xef, 0xbb, 0xbf) || bytes.some((byte, at) => byte === 0xc3 && isContinuation(bytes[at + 1]))) {
    refuse('In dit bestand lopen twee tekensets door elkaar, of het is niet heel binnengekomen. Maak de export opnieuw.');
  }
  return readWindows1252(bytes);
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
const isControl = (byte: number): boolean => (byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)) || byte === 0x7f;
const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

function refuse(message: string): never {
  throw new DomainError('intake-file-unreadable', message, { kind: 'invalid' });
}
