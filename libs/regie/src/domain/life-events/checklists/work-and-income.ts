import type { ChecklistItem } from '../checklist.js';

/** From the first day of illness. */
export const DISABILITY: readonly ChecklistItem[] = [
  // Ziektewet 38a: who has no employer (any more) reports to UWV at once.
  { code: 'report-sick', text: 'Meld je ziek bij je werkgever. Heb je geen werkgever, meld je dan bij het UWV (Ziektewet).', term: { workingDays: 2 }, owner: 'member' },
  // Awir 17.
  { code: 'allowances', text: 'Geef het lagere inkomen door aan Dienst Toeslagen.', term: { days: 28, shift: true }, owner: 'member' },
  { code: 'schemes', text: 'Kijk welke regelingen voor lage inkomens nu helpen, zoals bijzondere bijstand en kwijtschelding.', term: { days: 28, shift: true }, owner: 'regisseur' },
  { code: 'insurance', text: 'Kijk of er een verzekering is die nu betaalt, zoals een woonlastenverzekering.', term: { days: 28, shift: true }, owner: 'member' },
  // Wmo 2015 2.3.2.
  { code: 'help-at-home', text: 'Kijk of hulp in huis of begeleiding nodig is (Wmo).', term: { days: 28, shift: true }, owner: 'regisseur' },
  // Regeling procesgang eerste en tweede ziektejaar 4: plan within eight weeks.
  { code: 'plan-with-employer', text: 'Maak met de werkgever of het UWV een plan voor de terugkeer naar werk: binnen 8 weken.', term: { days: 56 }, owner: 'member' },
  // WIA 64: UWV writes in week 88, the request is in before week 93.
  { code: 'wia', text: 'Vraag de WIA aan als werken niet meer lukt: tussen week 88 en week 93.', term: { days: 616, shift: true }, owner: 'member' },
];

/** From the first day without benefit. */
export const LEAVING_BENEFITS: readonly ChecklistItem[] = [
  { code: 'first-weeks', text: 'Reken uit hoe het gezin de eerste weken rondkomt: het eerste loon komt later dan de laatste uitkering.', term: { days: -14 }, owner: 'regisseur' },
  // Wet kinderopvang 1.3: asked within three months.
  { code: 'childcare', text: 'Regel opvang voor de kinderen en vraag kinderopvangtoeslag aan.', term: { days: -7 }, owner: 'member' },
  // Awir 17: an advance that is too high has to be paid back.
  { code: 'allowances', text: 'Geef het nieuwe inkomen door aan Dienst Toeslagen. Dan hoef je later niets terug te betalen.', term: { days: 7 }, owner: 'member' },
  // Rv 475d: the part that no creditor may take follows the income.
  { code: 'seizure', text: 'Zijn er schulden of is er beslag? Geef het nieuwe inkomen door en laat de beslagvrije voet opnieuw uitrekenen.', term: { days: 14, shift: true }, owner: 'regisseur' },
  // Participatiewet 19(3) and 45: holiday money that was set aside is paid out when the benefit ends.
  { code: 'holiday-pay', text: 'Vraag de gemeente wanneer zij het opgespaarde vakantiegeld uitbetaalt.', term: { months: 1, shift: true }, owner: 'member' },
  { code: 'schemes', text: 'Kijk welke regelingen van de gemeente doorlopen en welke stoppen.', term: { months: 1, shift: true }, owner: 'regisseur' },
  // Uitvoeringsregeling Invorderingswet 1990, 11 and further.
  { code: 'remission', text: 'Vraag opnieuw kwijtschelding aan van de belasting van gemeente en waterschap.', term: { months: 1, shift: true }, owner: 'member' },
  { code: 'aftercare', text: 'Bel na drie maanden: gaat het goed met het werk en met het geld?', term: { months: 3, shift: true }, owner: 'regisseur' },
  { code: 'aftercare-half-year', text: 'Bel na een half jaar: klopt alles nog?', term: { months: 6, shift: true }, owner: 'regisseur' },
];
