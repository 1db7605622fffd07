import type { Urgency } from '#households';

export const URGENCY_REASONS: Readonly<Record<Urgency, readonly string[]>> = {
  spoed: ['De uithuiszetting is al aangekondigd.', 'De stroom wordt over twee weken afgesloten.', 'Het gezin slaapt nu bij familie op de bank.'],
  hoog: ['Er is een huurachterstand van drie maanden.', 'Een kind gaat al weken niet naar school.', 'De uitkering is gestopt en er is geen spaargeld.'],
  normaal: ['Er komen steeds meer rekeningen die blijven liggen.', 'Er helpen vier mensen en niemand heeft het overzicht.', 'De scheiding maakt alles onzeker.'],
  laag: ['Het gezin wil vooruitkijken na een zware tijd.', 'Er is vooral behoefte aan iemand die meedenkt.'],
};

export const INTAKE_NOTES = [
  'Belt het liefst in de ochtend.', 'Wil graag eerst kennismaken op het wijkcentrum.', 'De school denkt graag mee.', 'De buurvrouw past soms op de kinderen.',
  'Heeft slechte ervaringen met veel loketten. Wil één aanspreekpunt.', 'De woningcorporatie wacht nog met de volgende stap.', null, null, null,
] as const;

/** What the regisseur wrote after a contact. */
export const CONTACTS: readonly (readonly [kind: string, text: string])[] = [
  ['contact.home-visit', 'Huisbezoek. We hebben samen alle post op tafel gelegd en op stapels gelegd.'],
  ['contact.home-visit', 'Huisbezoek. De kinderen lieten hun kamer zien. Er is meer rust in huis.'],
  ['contact.conversation', 'Gesprek op het wijkcentrum. We maakten een lijst van wat eerst moet.'],
  ['contact.conversation', 'Gesprek met het gezin en de school. Er is een plan voor de ochtenden.'],
  ['contact.phone', 'Gebeld. De afspraak met de woningcorporatie ging goed.'],
  ['contact.phone', 'Gebeld. Het was een zware week. Volgende week praten we verder.'],
  ['contact.conversation', 'Kennisgemaakt. Het gezin vertelde wat er goed gaat en wat niet.'],
  ['contact.phone', 'Gebeld met de huisarts, samen met moeder. Er komt een gesprek over de wachttijd.'],
  ['contact.home-visit', 'Huisbezoek. De kaart met het plan hangt nu op de koelkast.'],
  ['contact.walk-in', 'Langs geweest op het spreekuur met een brief. We hebben hem samen beantwoord.'],
];

export const REMINDERS = [
  'Bel het gezin: hoe ging de eerste schooldag?', 'Vraag de woningcorporatie naar de betaalafspraak.', 'Kijk samen terug op het plan.', 'Neem de brief van de Belastingdienst door.',
  'Plan een huisbezoek.', 'Vraag de buddy hoe het gaat.', 'Bel de school over het vervoer.', 'Feliciteer het gezin met de verjaardag.', 'Vraag of de bijzondere bijstand binnen is.',
];
