/** Why a partner says no, with the next step that is proposed: a refusal never ends with "no". */
export const REFUSAL_CODES = {
  'no-capacity': { label: 'Geen plek', nextStep: 'Zoek een andere partner met plek.' },
  'not-our-service': { label: 'Dit doen wij niet', nextStep: 'Zoek een partner die dit wel doet.' },
  'waiting-list': { label: 'Er is een wachtlijst', nextStep: 'Bespreek met het gezin: wachten of iemand anders vragen.' },
  'needs-assessment': { label: 'Eerst een onderzoek nodig', nextStep: 'Regel eerst het onderzoek en vraag het dan opnieuw.' },
  other: { label: 'Iets anders', nextStep: 'Bel samen en spreek af wat nu helpt.' },
} as const;
export type RefusalCode = keyof typeof REFUSAL_CODES;

export const isRefusalCode = (value: string): value is RefusalCode => Object.hasOwn(REFUSAL_CODES, value);

/** The answer to "is there room?", asked first and without personal data. */
export const CAPACITY_ANSWERS = {
  'has-capacity': 'er is plek',
  none: 'er is geen plek',
  'waiting-list': 'er is een wachtlijst',
  'needs-assessment': 'eerst een onderzoek nodig',
} as const;
export type CapacityAnswer = keyof typeof CAPACITY_ANSWERS;

export const CONTACT_KINDS = {
  conversation: 'gesprek',
  'home-visit': 'huisbezoek',
  phone: 'telefoon',
  'walk-in': 'spreekuur',
} as const;
export type ContactKind = keyof typeof CONTACT_KINDS;
