import type { BasisType } from '../legal-basis.validation.js';

/** What the regisseur does after a withdrawal; the same sentence stands in the preview, before it. */
export function afterWithdrawal(type: BasisType, stopped: number): string {
  const talk = stopped === 0
    ? 'Er stopt geen verwijzing. Laat het gezin weten dat er niets meer wordt gedeeld.'
    : 'Bespreek met het gezin hoe de hulp verder gaat, en bel de partner dat de verwijzing is gestopt.';
  // AVG 7(3): a no to sharing is no no to help, and nobody is to be talked round.
  const again = type === 'consent' ? 'Wil de inwoner later toch delen? Leg dan een nieuw ja vast.' : 'Is er toch een grondslag nodig? Leg dan een nieuwe vast.';
  return `${talk} ${again}`;
}

/** What to do after a record ended by itself. */
export const afterExpiry = (stopped: number): string =>
  stopped === 0 ? 'Is delen nog nodig? Vernieuw de grondslag dan.' : 'Er is een verwijzing gestopt. Vernieuw de grondslag met het gezin en verwijs dan opnieuw.';
