import type { ContactKind } from '#regie';

export interface DemoContact {
  readonly kind: ContactKind;
  readonly discussed: string;
  readonly nextStep: string | null;
  readonly others: string | null;
}

const contact = (kind: ContactKind, discussed: string, nextStep: string | null = null, others: string | null = null): DemoContact => ({ kind, discussed, nextStep, others });

/** Everything in it is invented; no names, so that each text fits each family. */
export const CONTACTS: readonly DemoContact[] = [
  contact('home-visit', 'Samen de post van drie weken geopend. Er zijn twee brieven over de huur en een van de zorgverzekering. De sfeer was goed. We hebben een map gemaakt met drie vakken: betalen, bewaren, bellen.', 'De verhuurder bellen over de achterstand.'),
  contact('phone', 'Gebeld over de brief van de verhuurder. De achterstand is kleiner dan gedacht. Betalen in delen mag, als de huur vanaf nu op tijd komt.', 'Het voorstel op papier zetten.'),
  contact('conversation', 'Gesprek op het wijkkantoor over school. De mentor merkt dat het thuis rustiger is. Er is wel hulp nodig bij het huiswerk.', null, 'de mentor van school'),
  contact('walk-in', 'Kwam langs op het spreekuur met een aanmaning. Samen gekeken: deze rekening was al betaald. Een kopie van het afschrift meegegeven.'),
  contact('message', 'Appje: het gesprek bij de kredietbank is goed gegaan. Volgende week krijgen ze de stukken terug.'),
  contact('home-visit', 'Gesproken over hoe de komende maanden eruitzien. Het gezin wil eerst rust in de post en het geld, daarna aan werk denken. Oma past op woensdag op.', 'Een afspraak maken met de werkconsulent.', 'oma'),
];

export const AGENDA: readonly (readonly [title: string, broughtBy: string, discussed: string])[] = [
  ['Hoe gaat het thuis?', 'het gezin', 'Het is rustiger in huis. De post wordt elke week samen geopend.'],
  ['Wie belt wie?', 'de regisseur', 'Er belden te veel mensen. Voortaan loopt het via de regisseur.'],
  ['Wat is er nog nodig?', 'de partners', 'Er is nog geen overzicht van de vaste lasten.'],
];
