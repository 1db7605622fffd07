import { describe, expect, it } from '@jest/globals';
import { type ActivityContent, activityProblems } from './register.js';

const content: ActivityContent = {
  name: 'Regie', purpose: 'Overzicht', legalBasis: 'AVG 6 lid 1 onder e', people: ['Gezinsleden'], data: ['Naam'], recipients: ['Regisseur'],
  transfers: 'Geen', retention: '15 jaar', security: ['Versleuteld'], controller: 'Gemeente Groningen', processor: null,
};

describe('a line of the register of processing', () => {
  it('is complete with everything that AVG 30 asks', () => {
    expect(activityProblems(content)).toEqual([]);
  });

  it.each(['name', 'purpose', 'legalBasis', 'transfers', 'retention', 'controller'] as const)('needs %s', (name) => {
    expect(activityProblems({ ...content, [name]: '  ' })).toEqual([{ name, message: expect.any(String) }]);
  });

  it.each(['people', 'data', 'recipients', 'security'] as const)('needs at least one of %s', (name) => {
    expect(activityProblems({ ...content, [name]: [' '] })).toEqual([{ name, message: expect.any(String) }]);
  });
});
