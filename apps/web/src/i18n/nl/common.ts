export const time = {
  locale: 'nl-NL',
  today: 'vandaag',
  tomorrow: 'morgen',
  yesterday: 'gisteren',
  inDays: (n: number) => `over ${n} dagen`,
  inWorkingDays: (n: number) => (n === 1 ? 'over 1 werkdag' : `over ${n} werkdagen`),
  inWeeks: (n: number) => `over ${n} weken`,
  daysAgo: (n: number) => `${n} dagen geleden`,
  weeksAgo: (n: number) => `${n} weken geleden`,
  at: (day: string, clock: string) => `${day} om ${clock}`,
};

export const common = {
  loading: 'Even laden…',
  retry: 'Probeer opnieuw',
  loadMore: 'Meer laden',
  shown: (shown: number, total?: number) => (total === undefined ? `${shown} getoond` : `${shown} van ${total} getoond`),
  nextStep: 'Volgende stap',
  turn: 'Aan zet:',
  noStory: 'Er is nog niets gebeurd.',
  close: 'Sluiten',
  cancel: 'Toch niet',
  back: 'Terug',
  all: 'Alles',
  none: 'Geen',
  yes: 'Ja',
  no: 'Nee',
  until: 'tot',
  tooLate: 'te laat',
};

export const forms = {
  optional: 'niet verplicht',
  choose: 'Maak een keuze',
  sending: 'Bezig met versturen…',
  draftKept: 'Je concept blijft in dit tabblad bewaard.',
  startOver: 'Begin opnieuw',
  meanwhile: 'Iemand anders was net eerder. Zo staat het nu',
  by: 'Door',
  yoursBelow: 'Wat jij invulde, staat hieronder. Past het nog? Verstuur het dan opnieuw.',
  errorsTitle: (n: number) => (n === 1 ? 'Er is nog 1 ding niet goed' : `Er zijn nog ${n} dingen niet goed`),
  errorPrefix: 'Fout',
  moneyHint: 'In euro’s, bijvoorbeeld 1.250,00',
  wrongAmount: 'Vul een bedrag in, bijvoorbeeld 1.250,00.',
};

export const problems = {
  failedTitle: 'Dit lukte niet',
  failed: 'Er ging iets mis bij ons. Probeer het zo nog eens.',
  offline: 'We krijgen geen verbinding. Kijk of je internet werkt en probeer het opnieuw.',
  reference: 'Geef dit kenmerk door als het mis blijft gaan:',
  forbiddenTitle: 'Dit mag je niet bekijken',
  forbidden: 'Je hebt geen toegang tot deze pagina. Denk je dat dit niet klopt? Vraag het aan je teamleider.',
  notFoundTitle: 'Deze pagina is er niet',
  notFound: 'We vinden deze pagina niet. Misschien klopt het adres niet, of mag je dit niet bekijken.',
  toToday: 'Naar Vandaag',
  stale:
    'Iemand anders heeft dit net gewijzigd. Wat jij invulde, staat er nog. Kijk het na en verstuur het opnieuw.',
  signedOut: 'Je bent uitgelogd. Wat je hebt ingevuld, staat er nog. Log opnieuw in en verstuur het dan.',
  signInAgain: 'Log opnieuw in',
};
