import type { ChecklistItem } from '../checklist.js';

export const DIVORCE: readonly ChecklistItem[] = [
  { code: 'safety', text: 'Bespreek of iedereen veilig is en waar de kinderen slapen.', term: { workingDays: 3 }, owner: 'regisseur' },
  // Participatiewet 44: paid from the day on which one reports, not earlier.
  { code: 'income', text: 'Kijk of beide ouders een eigen inkomen hebben. Meld je zo nodig bij de gemeente voor bijstand.', term: { workingDays: 5 }, owner: 'regisseur' },
  // BW 1:251 and 1:251a: authority stays with both unless the judge decides otherwise.
  { code: 'authority', text: 'Kijk wie gezag heeft over de kinderen en leg dat vast.', term: { days: 14, shift: true }, owner: 'regisseur' },
  // Awir 3 (who is a partner) and 17 (tell what changes, within four weeks).
  { code: 'allowance-partner', text: 'Geef de scheiding door aan Dienst Toeslagen. De ander is misschien geen toeslagpartner meer.', term: { days: 28, shift: true }, owner: 'member' },
  // Wet op het kindgebonden budget 2(6).
  { code: 'child-budget', text: 'Vraag kindgebonden budget aan. Wie alleen voor de kinderen zorgt, krijgt een extra bedrag.', term: { days: 28, shift: true }, owner: 'member' },
  // AKW 18: parents agree on whom it is paid to.
  { code: 'child-benefit', text: 'Spreek af wie de kinderbijslag krijgt en geef dat door aan de SVB.', term: { days: 28, shift: true }, owner: 'member' },
  // BW 7:266: the judge can say who stays in the rented home.
  { code: 'home', text: 'Regel wie in de woning blijft en wie de huur of hypotheek betaalt.', term: { days: 28, shift: true }, owner: 'regisseur' },
  { code: 'debts', text: 'Zet op een rij welke schulden en vaste lasten van wie zijn.', term: { days: 28, shift: true }, owner: 'regisseur' },
  { code: 'two-households', text: 'Kijk of het gezin als twee gezinnen verder geholpen wordt.', term: { months: 1, shift: true }, owner: 'regisseur' },
  // Rv 815(2) and BW 1:247a: no request for divorce without one when there are minor children.
  { code: 'parenting-plan', text: 'Maak een ouderschapsplan: waar wonen de kinderen, wie zorgt wanneer, wie betaalt wat.', term: { months: 2, shift: true }, owner: 'member' },
];
