/** A line of the register of processing (AVG 30) as a municipality gets it; the privacy officer makes it their own. */
interface Activity {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly people: string[];
  readonly data: string[];
  readonly recipients: string[];
  readonly retention: string;
  readonly retentionCode: string;
}

const FAMILY = ['Leden van het gezin', 'Wettelijk vertegenwoordigers'];
const STAFF = ['Medewerkers van de gemeente, van het team en van partners'];
const PERSON = ['Naam', 'Geboortedatum', 'Adres', 'Telefoonnummer en e-mailadres', 'Rol in het gezin'];

const ACTIVITIES: readonly Activity[] = [
  {
    code: 'intake', name: 'Aanmelding en wachtlijst',
    purpose: 'Weten welk gezin hulp vraagt, hoe dringend dat is en wie aan de beurt is.',
    legalBasis: 'AVG 6 lid 1 onder e: Wmo 2015 artikel 5.1.1, Jeugdwet artikel 7.4.0, Wgs artikel 4.',
    people: FAMILY, data: [...PERSON, 'Leefgebieden', 'Burgerservicenummer'], recipients: ['Het team van het gezin'],
    retention: '5 jaar nadat de aanmelding is gesloten', retentionCode: 'refused',
  },
  {
    code: 'regie', name: 'Regie op de hulp aan een gezin',
    purpose: 'Eén regisseur houdt het overzicht, maakt met het gezin een plan en laat niet los.',
    legalBasis: 'AVG 6 lid 1 onder e: Wmo 2015 artikel 5.1.1, Jeugdwet artikel 7.4.0, Wgs artikel 3, Participatiewet artikel 7.',
    people: FAMILY, data: [...PERSON, 'Leefgebieden', 'Plan en afspraken', 'Contactmomenten'], recipients: ['Regisseur, waarnemer en teamleider'],
    retention: '15 jaar na het einde van de hulp (Wmo); 20 jaar bij jeugdhulp', retentionCode: 'wmo',
  },
  {
    code: 'records', name: 'Grondslag, beroepsgeheim en instemming vastleggen',
    purpose: 'Kunnen laten zien waarom gegevens gedeeld mogen worden, en tot wanneer.',
    legalBasis: 'AVG 6 lid 1 onder c: AVG 5 lid 2 en 7 lid 1.',
    people: FAMILY, data: ['Grondslag en artikel', 'Soorten gegevens', 'Bewijs en periode'], recipients: ['Regisseur', 'Functionaris gegevensbescherming'],
    retention: 'Zo lang als het dossier', retentionCode: 'wmo',
  },
  {
    code: 'sharing', name: 'Gegevens delen bij een warme verwijzing',
    purpose: 'Een partner kan het gezin helpen met precies de gegevens die daarvoor nodig zijn.',
    legalBasis: 'De grondslag die per gezinslid en per soort gegevens is vastgelegd (AVG 6 en 9).',
    people: FAMILY, data: [...PERSON, 'De vraag aan de partner'], recipients: ['De partner die de verwijzing kreeg'],
    retention: '15 jaar na het einde van de hulp; bij de partner tot het einde van de grondslag', retentionCode: 'wmo',
  },
  {
    code: 'doorbraak', name: 'Doorbraak en maatwerk',
    purpose: 'Laten zien wat een gezin nodig heeft als regels of geld in de weg staan.',
    legalBasis: 'AVG 6 lid 1 onder e: Wmo 2015 artikel 5.1.1, Participatiewet artikel 18.',
    people: FAMILY, data: ['Situatie en belemmeringen', 'Kosten', 'Eigen inbreng'], recipients: ['Regisseur', 'Beslisser'],
    retention: '10 jaar na het einde van de hulp', retentionCode: 'other-provision',
  },
  {
    code: 'fund', name: 'Aanvraag bij het fonds',
    purpose: 'Een aanvraag beoordelen, besluiten, betalen en verantwoorden.',
    legalBasis: 'AVG 6 lid 1 onder e: Awb hoofdstuk 4 en de regeling van het fonds.',
    people: FAMILY, data: ['Aanvraag en onderbouwing', 'Bedrag', 'Advies en besluit'], recipients: ['Fondssecretaris', 'Fondscommissie, zonder namen', 'Beslisser', 'Financiën'],
    retention: '10 jaar; geweigerd 5 jaar; betalingen 7 jaar', retentionCode: 'other-provision',
  },
  {
    code: 'bsn', name: 'Gebruik van het burgerservicenummer',
    purpose: 'Zeker weten dat het om de juiste persoon gaat.',
    legalBasis: 'Wabb artikel 10, AVG 87 en UAVG artikel 46.',
    people: FAMILY, data: ['Burgerservicenummer'], recipients: ['Alleen medewerkers van een overheidsorgaan, of met een wettelijke grondslag'],
    retention: 'Zo lang als het dossier', retentionCode: 'wmo',
  },
  {
    code: 'emergency', name: 'Noodtoegang tot een dossier',
    purpose: 'Iemand in gevaar kunnen helpen als de regisseur er niet is.',
    legalBasis: 'AVG 6 lid 1 onder d en e.',
    people: FAMILY, data: ['Het dossier, 60 minuten lang', 'De reden'], recipients: ['De medewerker die noodtoegang vroeg', 'Teamleider', 'Functionaris gegevensbescherming'],
    retention: 'Zo lang als het dossier', retentionCode: 'wmo',
  },
  {
    code: 'rights', name: 'Verzoeken van inwoners over hun gegevens',
    purpose: 'Inzage, correctie, beperking en overdracht binnen een maand regelen.',
    legalBasis: 'AVG 6 lid 1 onder c: AVG 12 tot en met 22.',
    people: FAMILY, data: ['Het verzoek', 'De gegevens van deze persoon'], recipients: ['Regisseur', 'Functionaris gegevensbescherming', 'De inwoner zelf'],
    retention: '5 jaar na het antwoord', retentionCode: 'objection',
  },
  {
    code: 'retention', name: 'Bewaren en vernietigen',
    purpose: 'Niets langer bewaren dan mag, en kunnen laten zien dat het weg is.',
    legalBasis: 'AVG 6 lid 1 onder c: AVG 5 lid 1 onder e, Archiefwet, selectielijst VNG 2020.',
    people: FAMILY, data: ['Zaaknummer en soort gegevens'], recipients: ['Functionaris gegevensbescherming'],
    retention: 'De lijst van wat vernietigd is, blijft', retentionCode: 'permanent',
  },
  {
    code: 'oversight', name: 'Toezicht en verantwoording',
    purpose: 'Controleren of medewerkers alleen zien wat zij nodig hebben, en dat aan inwoners laten zien.',
    legalBasis: 'AVG 6 lid 1 onder c: AVG 5 lid 2, 24, 30, 32 en 39.',
    people: [...FAMILY, ...STAFF], data: ['Wie wat deed en zag, wanneer en waarvandaan'], recipients: ['Functionaris gegevensbescherming', 'De inwoner: functie en organisatie'],
    retention: '5 jaar', retentionCode: 'audit',
  },
  {
    code: 'account', name: 'Inloggen en rechten',
    purpose: 'Alleen wie dat mag, komt binnen.',
    legalBasis: 'AVG 6 lid 1 onder c: AVG 32.',
    people: STAFF, data: ['Naam', 'E-mailadres van het werk', 'Rol en team', 'Tijdstip van inloggen'], recipients: ['Beheerder'],
    retention: '5 jaar', retentionCode: 'audit',
  },
];

const SECURITY = [
  'Toegang volgt betrokkenheid en wordt in de database zelf afgedwongen', 'Burgerservicenummers zijn versleuteld',
  'Elke wijziging en elke inzage staat in een verzegeld logboek', 'Versleutelde verbinding', 'Een sessie eindigt vanzelf',
];

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => `ARRAY[${values.map(text).join(', ')}]`;

const row = (one: Activity): string =>
  `(${[text(one.code), text(one.name), text(one.purpose), text(one.legalBasis), list(one.people), list(one.data), list(one.recipients), text(one.retention), text(one.retentionCode)].join(', ')})`;

/** Every municipality starts with a filled register, also one that joins later. */
export const processingActivities = `
  CREATE FUNCTION begin_register() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $begin$
  BEGIN
    INSERT INTO processing_activity (id, municipality_id, code, name, purpose, legal_basis, people, data, recipients, retention, retention_code, security, controller)
    SELECT gen_random_uuid(), NEW.id, a.code, a.name, a.purpose, a.legal_basis, a.people, a.data, a.recipients, a.retention, a.retention_code,
           ${list(SECURITY)}, 'Gemeente ' || NEW.name
    FROM (VALUES ${ACTIVITIES.map(row).join(',\n      ')})
      AS a (code, name, purpose, legal_basis, people, data, recipients, retention, retention_code)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $begin$;
  CREATE TRIGGER municipality_begins_register AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION begin_register();
  -- Those who are here already: the same sentences, by way of the same trigger.
  CREATE TRIGGER municipality_has_register AFTER UPDATE ON municipality FOR EACH ROW EXECUTE FUNCTION begin_register();
  UPDATE municipality SET name = name;
  DROP TRIGGER municipality_has_register ON municipality;
`;
