import { describe, expect, it } from '@jest/globals';
import { allOf, ALLOWED, allowIf, assertAllowed, defineMachine, DomainError, hasRole, isRole, needs, refuse } from './index.js';
import { refuseInvalid } from './domain-error.js';

const door = defineMachine<'open' | 'closed', 'close' | 'open', { keyTurned: boolean }>({
  code: 'door',
  subject: 'Deze deur',
  states: { open: 'open', closed: 'dicht' },
  actions: { close: 'sluiten', open: 'openen' },
  transitions: { open: { close: 'closed' }, closed: { open: 'open' } },
  guards: { open: ({ keyTurned }) => needs(keyTurned, 'keyTurned', 'Draai eerst de sleutel om.') },
});

const errorOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('expected a DomainError');
};

describe('a state machine made of one table', () => {
  it('moves along the table', () => {
    expect(door.transition('open', 'close', { keyTurned: false })).toBe('closed');
  });

  it('says in which state the thing is when the action does not fit', () => {
    const error = errorOf(() => door.transition('open', 'open', { keyTurned: true }));
    expect(error).toMatchObject({ code: 'door.not-in-this-state', kind: 'conflict' });
    expect(error.message).toBe('Deze deur is nu: open. Dan kun je niet: openen.');
  });

  it('says what is missing', () => {
    const error = errorOf(() => door.transition('closed', 'open', { keyTurned: false }));
    expect(error).toMatchObject({ code: 'door.missing', kind: 'refused', fields: [{ name: 'keyTurned' }] });
    expect(error.message).toBe('Dit kan nog niet. Draai eerst de sleutel om.');
  });

  it('offers only what would succeed', () => {
    expect(door.allowedTransitions('closed', { keyTurned: false })).toEqual([]);
    expect(door.allowedTransitions('closed', { keyTurned: true })).toEqual(['open']);
  });
});

describe('verdicts, roles and refusals', () => {
  it('the first no counts, and is thrown as forbidden', () => {
    const verdict = allOf(ALLOWED, allowIf(false, 'Nee.'), refuse('Later.'));
    expect(verdict).toEqual({ allowed: false, message: 'Nee.' });
    expect(errorOf(() => assertAllowed(verdict, 'x'))).toMatchObject({ kind: 'forbidden', message: 'Nee.' });
    expect(allOf(allowIf(true, 'Nee.'))).toBe(ALLOWED);
  });

  it('names every invalid field at once', () => {
    const problems = [
      { name: 'a', message: 'Vul a in.' },
      { name: 'b', message: 'Vul b in.' },
    ];
    expect(errorOf(() => refuseInvalid('x', problems)).fields).toHaveLength(2);
    expect(errorOf(() => refuseInvalid('x', problems.slice(0, 1))).message).toBe('Vul a in.');
    expect(() => refuseInvalid('x', [])).not.toThrow();
  });

  it('knows roles', () => {
    expect(hasRole({ roles: ['finance'] }, 'finance', 'regisseur')).toBe(true);
    expect(hasRole({ roles: [] }, 'finance')).toBe(false);
    expect([isRole('regisseur'), isRole('admin')]).toEqual([true, false]);
  });
});
