export const privacy = {
  title: 'Privacy',
  lead: 'Wat op je beoordeling wacht, en de registers.',
  waiting: (n: number) => (n === 1 ? '1 wacht op je' : `${n} wachten op je`),
  firstTerm: 'Eerste termijn:',
  places: {
    breakGlass: { title: 'Noodtoegang', about: 'Wie opende een dossier zonder betrokken te zijn, en was dat terecht?' },
    rights: { title: 'Verzoeken van inwoners', about: 'Inzage, correctie, beperking en verwijdering. Antwoord binnen een maand.' },
    withdrawing: { title: 'Intrekken voor een inwoner', about: 'Een inwoner wil iets niet meer. Zoek op zaaknummer en trek het meteen in.' },
    destruction: { title: 'Vernietigen', about: 'Dossiers waarvan de bewaartermijn voorbij is. Jij keurt de lijst goed.' },
    agreements: { title: 'Overeenkomsten', about: 'Met welke organisaties is er een privacyovereenkomst, en tot wanneer?' },
    catalogue: { title: 'Grondslagen', about: 'Op grond van welke wetten deze gemeente gegevens deelt.' },
    retention: { title: 'Bewaartermijnen', about: 'Hoe lang we wat bewaren, en vanaf wanneer.' },
    register: { title: 'Register van verwerkingen', about: 'Wat we met persoonsgegevens doen en waarom (AVG artikel 30).' },
    auditLog: { title: 'Logboek', about: 'Wie deed en zag wat, wanneer en waarvandaan.' },
  },
};
