import { isFilled, normaliseName } from '#kernel';

/** Stands for one letter that is left out. */
export const BLACK = '█';

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
// A name inside a word is no name: 'Jan' stays in 'januari'.
const asWords = (phrase: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(phrase.trim())}(?![\\p{L}\\p{N}])`, 'giu');

export const occursIn = (text: string, phrase: string): boolean => isFilled(phrase) && asWords(phrase).test(text);

/** The text with these words blackened, letter by letter; nothing else changes. */
export const blacken = (text: string, phrases: readonly string[]): string =>
  phrases.filter(isFilled).reduce((left, phrase) => left.replace(asWords(phrase), (found) => found.replace(/\S/gu, BLACK)), text);

/**
 * Words that are about somebody else and stand in this text: what the officer gets to see as a proposal. It never replaces
 * reading: 'haar man' has no name in it.
 */
export function suggestedPhrases(text: string, ofOthers: readonly string[], own: readonly string[]): string[] {
  const mine = new Set(own.map(normaliseName));
  const candidates = [...new Set(ofOthers)].filter((word) => word.length > 1 && !mine.has(normaliseName(word)));
  return candidates.filter((word) => occursIn(text, word));
}
