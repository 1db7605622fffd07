import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#kernel';
import { decode, MAX_BYTES } from './decode.js';

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const text = (characters: string) => new TextEncoder().encode(characters);

describe('an export is read with its accents, however it was saved', () => {
  test.each([
    ['UTF-8', text('Renée Łukasz'), 'Renée Łukasz'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, ...text('Zoë')), 'Zoë'],
    ['windows-1252, as Excel writes it', bytes(0x5a, 0x6f, 0xeb), 'Zoë'],
    ['windows-1252 with a curly apostrophe and a euro sign', bytes(0x44, 0x92, 0x48, 0x61, 0x65, 0x6e, 0x80), 'D’Haen€'],
    ['windows-1252 with a byte that means nothing', bytes(0x41, 0x81, 0xe9), 'A�é'],
    ['UTF-8 with loose accents, as a Mac writes it', text('Zoe\u0308'), 'Zoë'],
    ['plain letters', text('Boer'), 'Boer'],
  ])('%s', (_, file, expected) => expect(decode(file)).toBe(expected));
});

describe('a file that is not such a text is refused with a message that says what to do', () => {
  test.each([
    ['an empty file', bytes(), 'Dit bestand is leeg.'],
    ['white space only', text(' \r\n '), 'Dit bestand is leeg.'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0), 'UTF-16'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x41), 'UTF-16'],
    ['an Excel file', text('PK\u0003\u0004'), 'sla het op als CSV'],
    ['a PDF', text('%PDF-1.7'), 'PDF'],
    ['NUL bytes', bytes(0x41, 0, 0x42), 'NUL'],
    ['control characters', bytes(0x41, 7), 'besturingstekens'],
    ['UTF-8 that was cut off after its byte order mark', bytes(0xef, 0xbb, 0xbf, 0x5a, 0xc3), 'twee tekensets'],
    ['UTF-8 and windows-1252 in one file', bytes(...text('Zoë'), 0xe9), 'twee tekensets'],
    ['UTF-8 that was read wrong before', text('RenÃ©e'), 'accenten'],
    ['more than 2 MB', new Uint8Array(MAX_BYTES + 1).fill(0x41), 'te groot'],
  ])('%s', (_, file, message) => {
    const reading = () => decode(file);
    expect(reading).toThrow(DomainError);
    expect(reading).toThrow(message);
  });
});

test('a file of exactly 2 MB is read', () => {
  expect(decode(new Uint8Array(MAX_BYTES).fill(0x41))).toHaveLength(MAX_BYTES);
});
