import type { ChecklistItem } from '../checklist.js';

export const TURNING_18: readonly ChecklistItem[] = [
  // The "Big 5" of NJi and VNG: support, living, school and work, income, care. JIM: the young person's own mentor.
  { code: 'future-plan', text: 'Maak samen een toekomstplan: steun, wonen, school of werk, geld en zorg. Vraag wie als mentor (JIM) mee wil denken.', term: { months: -6 }, owner: 'regisseur' },
  // Jeugdwet 1.1 ("jeugdige", 3°): youth help ends at 18 unless it was needed before; foster care goes on until 21.
  { code: 'youth-help', text: 'Kijk of jeugdhulp stopt, doorgaat na 18 jaar (verlengde jeugdhulp) of overgaat naar de Wmo, de zorgverzekering of de Wlz.', term: { months: -6 }, owner: 'regisseur' },
  { code: 'digid', text: 'Vraag een eigen DigiD aan.', term: { months: -5 }, owner: 'member' },
  // Wajong, chapter 1a: for who can't work because of an illness or handicap from before the 18th birthday.
  { code: 'wajong', text: 'Kijk met het UWV of een Wajong-uitkering past.', term: { months: -4 }, owner: 'regisseur' },
  // BW 1:431 and 1:450: the judge can decide before, so that it holds from the birthday on.
  { code: 'protection', text: 'Heeft iemand hulp nodig bij geld of beslissingen? Kijk of bewind of mentorschap nodig is.', term: { months: -4 }, owner: 'regisseur' },
  { code: 'bank-account', text: 'Open een eigen bankrekening.', term: { months: -3 }, owner: 'member' },
  // WSF 2000 2.3 and WTOS: from the quarter after the birthday; DUO asks for the request three months before.
  { code: 'student-finance', text: 'Vraag bij DUO studiefinanciering aan (mbo, hbo, universiteit) of de tegemoetkoming scholieren.', term: { months: -3 }, owner: 'member' },
  // AKW 7 and Wet op het kindgebonden budget 2: both end at 18.
  { code: 'child-benefits-end', text: 'Reken uit wat het gezin straks mist: kinderbijslag en kindgebonden budget stoppen. Kijk ook naar huurtoeslag en bijstand.', term: { months: -3 }, owner: 'regisseur' },
  // Zvw 2 and 5(5): insured oneself within four months, with premium from the month after the birthday.
  { code: 'health-insurance', text: 'Kies een eigen zorgverzekering.', term: { months: -1 }, owner: 'member' },
  // Wet op de zorgtoeslag 2.
  { code: 'health-allowance', text: 'Vraag zorgtoeslag aan. Die gaat in op de eerste dag van de maand na de verjaardag.', term: { days: 7 }, owner: 'member' },
];
