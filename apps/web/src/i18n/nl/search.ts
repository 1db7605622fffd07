import type { FoundFamily } from '../../api/types.js';

type Match = FoundFamily['match'];
const how: Partial<Record<Match['kind'], string>> = { sounds: 'Klinkt als', typo: 'Lijkt op' };

export const search = {
  title: 'Zoeken',
  lead: 'Je vindt alleen gezinnen die jij mag zien. In het logboek komt te staan dat je zocht, niet waarnaar.',
  label: 'Zoek een gezin',
  placeholder: 'Zoek een gezin',
  slash: 'Druk op / om hier te komen',
  hint: 'Een naam, een zaaknummer, of postcode en huisnummer. Een tikfout geeft niet. Met pijl omlaag ga je naar de lijst.',
  more: 'Typ minstens 3 letters van een naam, of een zaaknummer.',
  results: 'Gevonden gezinnen',
  found: (count: number) => (count === 0 ? 'Niets gevonden.' : count === 1 ? '1 gezin gevonden.' : `${count} gezinnen gevonden.`),
  refine: 'Er zijn er meer. Verfijn je zoekvraag.',
  none: 'Niets gevonden',
  noneHint: 'Probeer minder letters, alleen de achternaam, of het zaaknummer. Een gezin van een ander team vind je hier niet.',
  why: (kind: Match['kind'], on: Match['on'], member: string | null): string => {
    if (on === 'case-number') return 'Dit is het zaaknummer.';
    if (on === 'address') return 'Dit is het adres.';
    return how[kind] ? `${how[kind]} ${member ?? 'de naam van het gezin'}.` : `${member ?? ''} hoort bij dit gezin.`;
  },
  views: { head: 'Je ziet dat dit gezin er is, niet wat erin staat.', proposed: 'Je bent gevraagd als regisseur.' },
};

export const merging = {
  title: 'Dossiers samenvoegen',
  lead: 'Heeft dit gezin twee dossiers? Dan gaat het ene verder en het andere gaat erin op. Je kunt het een tijd lang terugdraaien.',
  candidates: 'Dit lijkt hetzelfde gezin',
  noCandidates: 'Naast ziet geen tweede dossier van dit gezin.',
  byHand: 'Een ander dossier kiezen',
  caseNumber: 'Zaaknummer van het andere dossier',
  caseNumberHint: 'Bijvoorbeeld 2026-000123',
  caseNumberNeeded: 'Vul het zaaknummer in.',
  compare: 'Naast elkaar zetten',
  noSuchCase: 'Dit zaaknummer is er niet, of je mag het niet zien.',
  which: (stays: string, goes: string) => `Dossier ${stays} gaat verder. Dossier ${goes} gaat erin op en stopt.`,
  turn: 'Draai om',
  first: 'Dit kan nog niet:',
  submit: 'Voeg samen',
  done: 'De dossiers zijn samengevoegd.',
  what: 'Wie alleen bij het dossier hoort dat opgaat, ziet het daarna niet meer. Grondslagen gaan niet mee: je ziet straks wat je opnieuw moet vragen.',
  fieldsTitle: 'Wat blijft er staan?',
  goesOn: 'Gaat verder',
  goesUp: 'Gaat hierin op',
  reported: 'Aangemeld',
  people: (count: number) => (count === 1 ? '1 persoon' : `${count} mensen`),
  noDifference: 'Wat je van de dossiers ziet, is gelijk.',
  unknown: 'Niet ingevuld of verborgen',
  fields: { name: 'Naam van het gezin', address: 'Adres', urgency: 'Urgentie', reportedOn: 'Datum van aanmelden', note: 'Notitie bij de aanmelding' },
  membersTitle: 'Wie is wie?',
  membersLead: 'Wie in allebei staat, blijft één keer over. De anderen komen mee.',
  recognised: (same: number, along: number) => 
    `Naast herkent ${same === 1 ? 'één persoon' : `${same} mensen`} in allebei. ${along === 0 ? 'Verder komt niemand mee.' : along === 1 ? 'Eén persoon komt mee.' : `${along} mensen komen mee.`} De namen zie je niet: die zijn voor wie met het gezin werkt.`,
  isThe: (name: string) => `Is dezelfde als ${name}`,
  along: 'Staat hier nog niet: komt mee',
  past: 'Eerder samengevoegd',
  wentUp: (caseNumber: string) => `Dossier ${caseNumber} ging hierin op.`,
  undo: 'Draai terug',
  undoUntil: (day: string) => `Terugdraaien kan tot en met ${day}.`,
  undone: 'Teruggedraaid',
  askAgain: 'Opnieuw vragen',
  askAgainLead: 'Hierop werd gedeeld in het dossier dat opging. Het geldt hier niet vanzelf. Vraag opnieuw wat je nodig hebt.',
  basis: (who: string, purpose: string, organisation: string) => `${who}: ${purpose} (${organisation})`,
  story: 'Wat daar gebeurde',
};

export const splitting = {
  title: 'Gezin splitsen',
  lead: 'Gaat een gezin uit elkaar? Een deel krijgt een eigen dossier, met een eigen zaaknummer. De een ziet het adres van de ander niet.',
  where: (name: string) => `Waar hoort ${name} vanaf nu?`,
  here: 'Blijft in dit dossier',
  there: 'Gaat naar het nieuwe dossier',
  both: 'Hoort bij allebei',
  bothWithoutBsn: 'zonder BSN weet Naast niet dat het één persoon is',
  mainThere: 'Wie is de hoofdpersoon in het nieuwe dossier?',
  mainHere: 'Wie wordt hier de hoofdpersoon?',
  safe: 'Ik heb gekeken of iedereen veilig is die weggaat',
  safeHint: 'Dan komt het nieuwe dossier op de wachtlijst. Anders kijkt het team eerst.',
  address: 'Het nieuwe adres',
  addressHint: 'Laat dit leeg als het adres geheim is of als je het niet weet. Het komt nooit in dit dossier te staan.',
  postcode: 'Postcode',
  houseNumber: 'Huisnummer',
  suffix: 'Toevoeging',
  city: 'Plaats',
  hidden: 'Het adres is geheim',
  askAnew: 'Dit gaat niet mee. Vraag in het nieuwe dossier opnieuw wat nodig is:',
  after: 'Je komt zelf niet in het nieuwe dossier. De teamleider vindt er een regisseur voor.',
  required: { somebody: 'Kies wie er naar het nieuwe dossier gaat.', main: 'Kies wie de hoofdpersoon wordt.' },
  submit: 'Splits het gezin',
  done: (caseNumber: string) => `Het nieuwe dossier heeft nummer ${caseNumber}.`,
};
