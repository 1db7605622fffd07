/** The parts of the API, in the words of the people who use it. */
export const TAGS: Record<string, string> = {
  Vandaag: 'Wat je vandaag nodig heeft',
  Gezinnen: 'Gezinnen en hun dossier',
  Aanmeldingen: 'Een export van aangemelde gezinnen inlezen',
  Regie: 'De wachtlijst en wie de regisseur wordt',
  Delen: 'Grondslagen: wie mag wat zien, waarom en tot wanneer',
  Noodtoegang: 'Een dossier openen waar je niet bij hoort, en het nakijken daarvan',
  Privacyovereenkomsten: 'Wat organisaties afspraken voordat zij gegevens delen',
  Verwijzingen: 'Warme overdracht aan partners',
  Verzoeken: 'Wat mensen vragen over hun eigen gegevens (AVG 15-21)',
  Organisaties: 'Naar wie een gezin verwezen kan worden',
  Doorbraak: 'Het doorbraakcanvas',
  Fonds: 'Het fonds en de aanvragen',
  Herinneringen: 'Herinneringen bij een gezin',
  Berichten: 'Je eigen berichten',
  Ik: 'Wie je bent en wat je mag',
  Gezondheid: 'Of de server werkt',
};
