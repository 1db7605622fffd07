export const shell = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  navigation: 'Hoofdmenu',
  today: 'Vandaag',
  team: 'Mijn team',
  waitingList: 'Wachtlijst',
  households: 'Gezinnen',
  referrals: 'Verwijzingen',
  meetings: 'Overleg',
  fund: 'Fonds',
  privacy: 'Privacy',
  inbox: 'Berichten',
  unread: (n: number) => `${n} ongelezen`,
  print: 'Druk deze pagina af',
  signOut: 'Uitloggen',
  otherLanguage: 'English',
};

export const session = {
  signedOutTitle: 'Je bent uitgelogd',
  signedOut: 'Tot de volgende keer. Sluit op een gedeelde computer ook het browservenster.',
  failedTitle: 'Inloggen lukte niet',
  failed: {
    verlopen: 'Het inloggen duurde te lang. Probeer het nog een keer.',
    mislukt: 'Er ging iets mis bij het inloggen. Probeer het nog een keer.',
  },
  signIn: 'Log weer in',
  unknownTitle: 'We kennen je account nog niet',
  unknown: 'Je bent ingelogd, maar je account is nog niet bij een organisatie in Naast bekend.',
  unknownHelp: 'Vraag de beheerder van je organisatie om je toe te voegen. Daarna kun je opnieuw inloggen.',
};

export const today = {
  title: 'Vandaag',
  greeting: (name: string) => `Goed dat je er bent, ${name}.`,
  emptyTitle: 'Niets dat op jou wacht',
  empty: 'Er ligt vandaag niets open. Nieuwe vragen en herinneringen komen hier vanzelf te staan.',
  proposals: 'Gezinnen die jou als regisseur willen',
  proposedBy: 'Voorgesteld door',
  start: 'Begin hiermee',
  showMore: (n: number) => `Toon nog ${n}`,
  view: 'Bekijk',
  referralsToAnswer: 'Verwijzingen die op antwoord wachten',
  referralsLate: 'Verwijzingen die te lang stil liggen',
  answerBy: 'Antwoord uiterlijk',
  answerWas: 'Antwoord had er moeten zijn',
  from: 'Van',
  to: 'Aan',
  reminders: 'Herinneringen',
  ahead: 'Straks: de komende week',
  fundRequests: 'Fondsaanvragen',
  decideBy: 'Beslissen uiterlijk',
  inbox: 'Nieuwe berichten',
  allMessages: 'Alle berichten',
  waiting: (count: number, urgent: number, longest: number) =>
    count === 0
      ? 'Er wacht niemand.'
      : `${count === 1 ? 'Er wacht 1 gezin' : `Er wachten ${count} gezinnen`}${urgent > 0 ? `, waarvan ${urgent} met spoed` : ''}. De langste wachttijd is ${longest === 1 ? '1 dag' : `${longest} dagen`}.`,
  toWaitingList: 'Naar de wachtlijst',
  reminderDone: 'Klaar',
  reminderCleared: 'De herinnering is afgevinkt.',
};

export const inbox = {
  title: 'Berichten',
  lead: 'Berichten noemen geen namen. Open een bericht om te zien waar het over gaat.',
  onlyUnread: 'Alleen ongelezen',
  everything: 'Alles',
  emptyTitle: 'Geen berichten',
  empty: 'Zodra er iets voor je is, staat het hier.',
  emptyUnread: 'Je hebt alles gelezen.',
  open: 'Openen',
  unread: 'Nieuw',
  markRead: 'Markeer als gelezen',
  markUnread: 'Markeer als ongelezen',
  filter: 'Welke berichten',
};
