import type { ChecklistItem } from '../checklist.js';

export const DEATH: readonly ChecklistItem[] = [
  // Wet op de lijkbezorging 16 (funeral on the sixth working day at the latest) and 21 (the mayor sees to it when nobody does).
  { code: 'funeral', text: 'Vraag wie de uitvaart regelt en of daar geld voor is. Kan niemand het regelen, bel dan de gemeente.', term: { workingDays: 2 }, owner: 'regisseur' },
  // BW 1:253f (the other parent), 1:253g and 1:295 (guardian).
  { code: 'authority', text: 'Zijn er kinderen? Kijk wie nu gezag heeft. Heeft niemand gezag, bel dan de Raad voor de Kinderbescherming.', term: { workingDays: 3 }, owner: 'regisseur' },
  { code: 'main-person', text: 'Was deze persoon de hoofdpersoon van het gezin? Kies dan bij Mensen wie dat nu is.', term: { workingDays: 3 }, owner: 'regisseur' },
  // The bases, releases and agreements of this person are listed for a person to end: see decision 25.
  { code: 'records', text: 'Loop na welke toestemmingen en afspraken op naam van deze persoon staan en stop wat niet meer nodig is.', term: { workingDays: 5 }, owner: 'regisseur' },
  // BW 4:190-4:192: who acts as an heir accepts the debts too.
  { code: 'inheritance', text: 'Bespreek de erfenis voordat iemand iets verkoopt of betaalt. Wie een erfenis aanneemt, kan ook schulden krijgen.', term: { days: 14, shift: true }, owner: 'regisseur' },
  { code: 'grief', text: 'Vraag hoe het met iedereen gaat en of steun bij rouw nodig is. Denk ook aan school.', term: { days: 14, shift: true }, owner: 'regisseur' },
  // Anw 14 and 26 (survivor and orphan), 33 (at most a year back).
  { code: 'survivor-benefit', text: 'Vraag bij de SVB een uitkering voor nabestaanden aan (Anw).', term: { days: 28, shift: true }, owner: 'member' },
  // Awir 17.
  { code: 'allowances', text: 'Kijk of de toeslagen nog kloppen nu het gezin en het inkomen anders zijn.', term: { days: 28, shift: true }, owner: 'member' },
  // BW 7:268: who lived along can stay, and asks for it within six months.
  { code: 'home-and-bank', text: 'Regel de huur, de bankrekening, de verzekeringen en de abonnementen.', term: { days: 28, shift: true }, owner: 'member' },
  { code: 'later', text: 'Vraag opnieuw hoe het gaat en of er nog iets geregeld moet worden.', term: { months: 3, shift: true }, owner: 'regisseur' },
];
