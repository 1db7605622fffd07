import { describe, expect, it } from '@jest/globals';
import { BsnVault } from './bsn-vault.js';
import { SubjectVault } from './subject-vault.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const NEW = Buffer.alloc(32, 2).toString('base64');

describe('hiding whom a line of the processing log is about', () => {
  const vault = new SubjectVault(`a:${KEY}`, KEY);

  it('can be opened again, and never looks the same twice', () => {
    const [one, two] = [vault.seal('somebody'), vault.seal('somebody')];
    expect(vault.open(one.sealed)).toBe('somebody');
    expect(one.sealed.equals(two.sealed)).toBe(false);
  });

  it('finds one person by a keyed hash, and nobody else', () => {
    expect(vault.indexesOf('somebody')).toEqual([vault.seal('somebody').index]);
    expect(vault.indexesOf('somebody else')).not.toEqual(vault.indexesOf('somebody'));
  });

  it('uses other keys than those for BSNs', () => {
    const bsns = new BsnVault(`a:${KEY}`, KEY);
    expect(() => bsns.open(vault.seal('somebody').sealed)).toThrow();
    expect(bsns.indexOf('somebody').equals(vault.seal('somebody').index)).toBe(false);
  });

  it('opens and finds what an older key hid as long as that key is there', () => {
    const rotated = new SubjectVault(`b:${NEW},a:${KEY}`, `${NEW},${KEY}`);
    const { sealed, index } = vault.seal('somebody');
    expect(rotated.open(sealed)).toBe('somebody');
    expect(rotated.indexesOf('somebody').some((one) => one.equals(index))).toBe(true);
  });
});
