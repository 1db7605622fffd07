import type { ChecklistItem } from '../checklist.js';

export const MOVE: readonly ChecklistItem[] = [
  // Huisvestingswet 2014 12 and 13.
  { code: 'urgency', text: 'Kijk of een urgentieverklaring nodig is, en of die straks nog geldt.', term: { months: -3 }, owner: 'regisseur' },
  // BW 7:271: usually a month.
  { code: 'end-lease', text: 'Zeg de oude huur op. Meestal moet dat een maand van tevoren.', term: { months: -1, days: -3 }, owner: 'member' },
  // Participatiewet 35.
  { code: 'costs', text: 'Kijk hoe de verhuizing en de inrichting betaald worden, bijvoorbeeld met bijzondere bijstand.', term: { months: -1 }, owner: 'regisseur' },
  { code: 'school', text: 'Regel school en opvang bij het nieuwe huis.', term: { days: -28 }, owner: 'member' },
  // Jeugdwet 1.1 (woonplaats) and Wmo 2015 2.3.5: another municipality becomes responsible. Nobody is just sent on.
  { code: 'other-municipality', text: 'Gaat het gezin naar een andere gemeente? Draag warm over: maak eerst samen kennis met wie het overneemt.', term: { days: -28 }, owner: 'regisseur' },
  // Wet BRP 2.59: nobody is told the address.
  { code: 'secret-address', text: 'Kijk of het nieuwe adres geheim moet blijven.', term: { days: -14 }, owner: 'regisseur' },
  { code: 'energy', text: 'Geef het nieuwe adres door voor stroom, gas, water en internet.', term: { days: -14 }, owner: 'member' },
  // Wet BRP 2.39: from four weeks before up to the fifth day after.
  { code: 'register', text: 'Geef de verhuizing door aan de gemeente. Dat mag vanaf 4 weken ervoor en moet binnen 5 dagen erna.', term: { days: 5 }, owner: 'member' },
  // Awir 17.
  { code: 'rent-allowance', text: 'Vraag huurtoeslag aan voor het nieuwe huis en stop die voor het oude.', term: { days: 28, shift: true }, owner: 'member' },
];

/** From the day of birth, or the day on which the child is expected. */
export const BIRTH: readonly ChecklistItem[] = [
  // Besluit zorgverzekering 2.12.
  { code: 'maternity-care', text: 'Vraag kraamzorg aan.', term: { months: -5 }, owner: 'member' },
  // Wet publieke gezondheid 5 and 5a: a visit of the youth health service before the birth, since 1 July 2022.
  { code: 'prenatal-visit', text: 'Bespreek of een huisbezoek van de jeugdgezondheidszorg voor de geboorte helpt.', term: { months: -3 }, owner: 'regisseur' },
  // BW 1:203 and 1:251b: recognition gives authority to both parents since 1 January 2023.
  { code: 'recognition', text: 'Zijn de ouders niet getrouwd? Regel de erkenning van het kind. Daarmee is ook het gezag geregeld.', term: { months: -2 }, owner: 'member' },
  // Participatiewet 35.
  { code: 'baby-things', text: 'Kijk of er geld is voor de babyspullen, bijvoorbeeld met bijzondere bijstand.', term: { months: -2 }, owner: 'regisseur' },
  // Wazo 3:3: told to the employer three weeks before it starts.
  { code: 'leave', text: 'Vraag verlof aan bij de werkgever.', term: { months: -2 }, owner: 'member' },
  // BW 1:19e: within three days; Algemene termijnenwet 1 and 2.
  { code: 'declaration', text: 'Doe aangifte van de geboorte bij de gemeente: binnen 3 dagen.', term: { days: 3, shift: true }, owner: 'member' },
  // Zvw 5(5): within four months, without premium.
  { code: 'health-insurance', text: 'Zet het kind op de zorgverzekering van een ouder.', term: { days: 28, shift: true }, owner: 'member' },
  // AKW 14.
  { code: 'child-benefit', text: 'Vraag kinderbijslag aan bij de SVB.', term: { days: 28, shift: true }, owner: 'member' },
  // Wet op het kindgebonden budget 2 and Awir 15.
  { code: 'child-budget', text: 'Kijk of het kindgebonden budget vanzelf komt. Zo niet, vraag het aan bij Dienst Toeslagen.', term: { days: 28, shift: true }, owner: 'member' },
];
