/** Invented people: ordinary first and last names, put together by chance. */
export const FIRST_NAMES = [
  'Anouk', 'Bram', 'Carlijn', 'Daniël', 'Eline', 'Femke', 'Gijs', 'Hilde', 'Ilona', 'Jasper', 'Karima', 'Lotte', 'Marek', 'Nadia', 'Olaf',
  'Patricia', 'Quinten', 'Rachid', 'Saskia', 'Thijs', 'Ursula', 'Vera', 'Wendy', 'Xander', 'Yvonne', 'Zeynep', 'Amina', 'Bas', 'Chantal',
  'Dewi', 'Emiel', 'Floor', 'Gerrit', 'Hanna', 'Imane', 'Joris', 'Kelly', 'Luuk', 'Manon', 'Niels', 'Petra', 'Robin', 'Selma', 'Tineke',
];

export const CHILD_NAMES = [
  'Adam', 'Bo', 'Cato', 'Dex', 'Evi', 'Finn', 'Guusje', 'Hugo', 'Isa', 'Jip', 'Kaya', 'Liv', 'Mees', 'Nova', 'Otis', 'Pien', 'Ravi', 'Saar',
  'Teun', 'Veerle', 'Wout', 'Yara', 'Zara', 'Milan', 'Fenna', 'Ilias', 'Julia', 'Levi', 'Noortje', 'Sem',
];

export const LAST_NAMES: readonly (readonly [infix: string | null, lastName: string])[] = [
  [null, 'Abbink'], [null, 'Bouwman'], ['van', 'Dalen'], [null, 'Elzenga'], [null, 'Feringa'], ['de', 'Groot'], [null, 'Hamstra'], [null, 'Idema'],
  [null, 'Jansema'], [null, 'Kazemi'], ['van der', 'Laan'], [null, 'Meinders'], [null, 'Nijboer'], [null, 'Oldenburger'], [null, 'Prins'],
  [null, 'Rozema'], [null, 'Santos'], [null, 'Tiemersma'], ['van', 'Uffelen'], [null, 'Velthuis'], [null, 'Wieringa'], [null, 'Yildirim'],
  [null, 'Zuidema'], [null, 'Aksoy'], [null, 'Berghuis'], ['de', 'Jonge'], [null, 'Doornbos'], [null, 'Evers'], [null, 'Flapper'], [null, 'Groenewold'],
  ['van', 'Houten'], [null, 'Ivanova'], [null, 'Jagersma'], [null, 'Kruizinga'], [null, 'Lanting'], ['van den', 'Berg'], [null, 'Mensinga'],
  [null, 'Nanninga'], [null, 'Ozinga'], [null, 'Pathmos'], [null, 'Renkema'], [null, 'Schuurman'], [null, 'Tuinstra'], [null, 'Venema'],
  ['ter', 'Horst'], [null, 'Wolthuis'], [null, 'Zwart'], [null, 'Martina'], [null, 'Nguyen'], [null, 'Kowalczyk'],
];

export const PLACES = {
  'WIJ Noord': { city: 'Groningen', code: 97, neighbourhoods: ['De Hoogte', 'Selwerd', 'Paddepoel', 'Vinkhuizen', 'Lewenborg', 'Beijum', 'Indische Buurt', 'Korrewegwijk', 'Tuinwijk'] },
  'WIJ Zuid': { city: 'Groningen', code: 97, neighbourhoods: ['De Wijert', 'Corpus den Hoorn', 'Helpman', 'Oosterpoort'] },
  'Sociaal team': { city: 'Hoogeveen', code: 79, neighbourhoods: ['Krakeel', 'De Weide', 'Wolfsbos', 'Centrum'] },
} as const;
export type TeamName = keyof typeof PLACES;

export const SOURCES = ['spreekuur WIJ', 'wijkagent', 'woningcorporatie', 'school', 'huisarts', 'zelfmelding', 'vroegsignaal energie', 'consultatiebureau'];
