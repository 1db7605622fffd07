/**
 * What a notification or e-mail says. Fixed texts without any parameter: a name, address or case number
 * cannot slip in (domain.md: notifications carry no personal data). The link opens the rest after sign-in.
 */
export const NOTIFICATIONS = {
  'reminder-due': 'Je hebt een herinnering.',
  'assignment-proposed': 'Je bent voorgesteld als regisseur.',
  'assignment-accepted': 'Een regisseur heeft een gezin aangenomen.',
  'assignment-declined': 'Een regisseur heeft een gezin niet aangenomen.',
  'assignment-ended': 'Je bent geen regisseur meer van een gezin.',
  'handover-planned': 'Er is een overdracht gepland.',
  'household-scaled-up': 'Een gezin is opgeschaald.',
  'referral-received': 'Je hebt een nieuwe verwijzing.',
  'referral-answer-due': 'Een verwijzing wacht op antwoord.',
  'referral-late': 'Een verwijzing heeft te lang geen antwoord.',
  'referral-accepted': 'Een verwijzing is aangenomen.',
  'referral-rejected': 'Een verwijzing is niet aangenomen.',
  'referral-first-contact': 'Een partner heeft het eerste contact gehad.',
  'referral-first-contact-late': 'Een eerste contact is te laat.',
  'referral-feedback': 'Er is een terugkoppeling bij een verwijzing.',
  'referral-feedback-due': 'Een terugkoppeling is nodig.',
  'referral-completed': 'Een verwijzing is afgerond.',
  'referral-failed': 'Een verwijzing is niet gelukt.',
  'referral-cancelled': 'Een verwijzing is ingetrokken.',
  'referral-expired': 'Een verwijzing is verlopen.',
  'referral-stopped': 'Een verwijzing is gestopt. Kijk wat de volgende stap is.',
  'basis-expiring': 'Een grondslag verloopt binnenkort.',
  'basis-withdrawn': 'Een grondslag is ingetrokken.',
  'agreement-ending': 'Een privacyovereenkomst loopt bijna af.',
  'agreement-to-confirm': 'Een privacyovereenkomst wacht op jouw controle.',
  'meeting-invited': 'Je bent uitgenodigd voor een overleg.',
  'meeting-cancelled': 'Een overleg gaat niet door.',
  'basis-expired': 'Een grondslag is verlopen. Kijk wat de volgende stap is.',
  'basis-rule-off': 'Een grondslag staat uit. Kijk welke afspraken je moet nakijken.',
  'secrecy-release-expiring': 'Een ja tegen het beroepsgeheim verloopt binnenkort.',
  'secrecy-release-expired': 'Een ja tegen het beroepsgeheim is verlopen.',
  'secrecy-release-withdrawn': 'Een ja tegen het beroepsgeheim is ingetrokken.',
  'help-agreement-withdrawn': 'Iemand wil de afgesproken hulp niet meer.',
  'member-birthday': 'Een gezinslid was jarig. Kijk de afspraken na.',
  'fund-request-submitted': 'Er is een nieuwe aanvraag voor het fonds.',
  'fund-request-incomplete': 'Een aanvraag is nog niet compleet.',
  'fund-request-supplemented': 'Een aanvraag is aangevuld.',
  'fund-request-on-agenda': 'Er staat een aanvraag op de agenda.',
  'fund-request-advised': 'Er is een advies bij een aanvraag.',
  'fund-request-decided': 'Er is een besluit over een aanvraag.',
  'fund-decision-due': 'De beslistermijn van een aanvraag loopt bijna af.',
  'fund-payment-due': 'Er staat een betaling klaar.',
  'aftercare-due': 'Het is tijd voor een gesprek in de nazorg.',
  'bsn-too-often': 'Iemand bekijkt vaak een BSN. Kijk dit na in het logboek.',
  'break-glass-used': 'Iemand heeft een dossier met spoed geopend. Kijk dit na.',
  'break-glass-review-due': 'Een noodtoegang is nog niet nagekeken.',
  'break-glass-reviewed': 'Je noodtoegang is nagekeken.',
  'substitution-arranged': 'Je bent waarnemer van een collega.',
  'substitution-ended': 'Je waarneming is gestopt.',
  'destruction-list-ready': 'Er ligt een vernietigingslijst klaar.',
  'destruction-list-done': 'Een vernietigingslijst is uitgevoerd.',
  'rights-request-received': 'Er is een verzoek over gegevens.',
  'rights-request-due': 'De termijn van een verzoek over gegevens loopt bijna af.',
  'rights-request-decided': 'Er is een besluit over een verzoek over gegevens.',
  'rights-export-to-check': 'Er staan teksten klaar om te controleren.',
  'rights-export-made': 'Een overzicht van gegevens is gemaakt.',
  'plan-action-due': 'Een actie uit een gezinsplan is aan de beurt.',
  'plan-review-due': 'Het is tijd om een gezinsplan te bespreken.',
  'member-corrected': 'Gegevens bij een verwijzing zijn verbeterd. Lees ze opnieuw.',
} as const;
export type NotificationKind = keyof typeof NOTIFICATIONS;

export const isNotificationKind = (value: string): value is NotificationKind => Object.hasOwn(NOTIFICATIONS, value);

/** The text for the inbox, and the subject of an e-mail. */
export const notificationText = (kind: NotificationKind): string => NOTIFICATIONS[kind];

/** The body of an e-mail; `link` is the address of a page, made of ids only. */
export const notificationMail = (kind: NotificationKind, link: string): { subject: string; text: string } => ({
  subject: `Naast: ${NOTIFICATIONS[kind].replace(/\.$/, '')}`,
  text: `Hallo,\n\n${NOTIFICATIONS[kind]}\nBekijk het in Naast: ${link}\n\nIn deze mail staan geen namen of andere gegevens. Dat is veiliger.\n`,
});
