import type { CanvasContent } from '#doorbraak';
import type { FundDomain } from '#fund';

type Story = Omit<CanvasContent, 'reviewOn'> & { readonly purpose: string; readonly whyNoScheme: string; readonly amountCents: number };

const VALUES = {
  legitimacy: 'Het past bij de bedoeling van de wet: bestaanszekerheid.', involvement: 'Het gezin heeft dit plan zelf mee bedacht.',
  return: 'Eén keer goed helpen kost minder dan jaren een beetje.',
};

/** One story per thing that the fund can pay for; no names in them. */
export const STORIES: Readonly<Record<FundDomain, Story>> = {
  housing: {
    perspective: 'Over een jaar wonen we in ons eigen huis en gaan de kinderen in de buurt naar school.',
    obstacles: 'Er is een huis, maar de borg en de eerste huur moeten in één keer betaald worden.', needed: 'De borg, de eerste maand huur en vloeren in twee kamers.',
    ownContribution: 'We verven zelf en betalen elke maand 50 euro terug.', whoDoesWhat: 'De regisseur belt de corporatie. Het gezin regelt de verhuizing met familie.',
    whoPays: 'Het fonds betaalt de borg en de huur. De bijzondere bijstand betaalt de vloer.',
    legalRoom: { effect: 'Het gezin blijft bij elkaar en in de wijk.', basicValues: 'Een dak boven het hoofd is een grondrecht.', longTerm: 'Geen plek in de opvang nodig.', law: 'De inherente afwijkingsbevoegdheid van Awb 4:84.' },
    values: VALUES, costMuddlingOnCents: 4_200_000, costBreakingThroughCents: 380_000, purpose: 'De borg en de eerste maand huur van een eigen woning.',
    whyNoScheme: 'De bijzondere bijstand betaalt geen borg en de corporatie leent niet uit.', amountCents: 285_000,
  },
  education: {
    perspective: 'Onze zoon gaat weer elke dag naar school en heeft daar vrienden.', obstacles: 'De school die past ligt verder weg. Het vervoer valt tussen twee regelingen.',
    needed: 'Een jaar vervoer en een laptop voor het huiswerk.', ownContribution: 'Vader rijdt twee dagen per week zelf.', whoDoesWhat: 'De school zorgt voor een mentor. De regisseur regelt het vervoer.',
    whoPays: 'Het fonds betaalt drie dagen vervoer. De school betaalt de begeleiding.',
    legalRoom: { effect: 'Een kind dat leert.', basicValues: 'Elk kind heeft recht op onderwijs.', longTerm: 'Een diploma maakt zelfstandig.', law: 'De regeling leerlingenvervoer laat maatwerk toe.' },
    values: VALUES, costMuddlingOnCents: 1_800_000, costBreakingThroughCents: 260_000, purpose: 'Vervoer naar de school die past, voor een schooljaar.',
    whyNoScheme: 'Het leerlingenvervoer wijst af op de afstand, het samenwerkingsverband op de taak.', amountCents: 164_000,
  },
  'mental-health': {
    perspective: 'Ik slaap weer en kan de kinderen zelf naar school brengen.', obstacles: 'De wachttijd voor de behandeling is negen maanden.', needed: 'Twaalf gesprekken bij een vrijgevestigde psycholoog, nu.',
    ownContribution: 'Moeder volgt de wandelgroep in de wijk.', whoDoesWhat: 'De huisarts verwijst. De regisseur past op de afspraken.', whoPays: 'Het fonds betaalt de gesprekken tot de behandeling begint.',
    legalRoom: { effect: 'Rust thuis, en geen crisis.', basicValues: 'Zorg die op tijd komt.', longTerm: 'Geen uithuisplaatsing.', law: 'De zorgverzekering betaalt deze gesprekken niet; de Wmo laat ruimte.' },
    values: VALUES, costMuddlingOnCents: 3_100_000, costBreakingThroughCents: 190_000, purpose: 'Gesprekken met een psycholoog zolang de wachttijd duurt.',
    whyNoScheme: 'De verzekering betaalt pas na de intake bij de instelling, en daar is de wachttijd.', amountCents: 132_000,
  },
  'temporary-income': {
    perspective: 'Over een jaar werken we allebei en zijn de kleine schulden weg.', obstacles: 'De toeslag is stopgezet door een fout in de inschrijving. Het herstel duurt maanden.',
    needed: 'Drie maanden een bedrag om van te leven.', ownContribution: 'Het gezin houdt een kasboek bij met de vrijwilliger.', whoDoesWhat: 'De regisseur maakt bezwaar met het gezin. De kredietbank bewaakt de vaste lasten.',
    whoPays: 'Het fonds vult drie maanden aan. Wat later binnenkomt, gaat terug naar het fonds.',
    legalRoom: { effect: 'De huur wordt betaald en er is eten.', basicValues: 'Bestaanszekerheid.', longTerm: 'Geen nieuwe schulden.', law: 'Een voorschot past binnen de Participatiewet als het recht later blijkt.' },
    values: VALUES, costMuddlingOnCents: 2_400_000, costBreakingThroughCents: 320_000, purpose: 'Aanvulling van het inkomen, drie maanden lang.',
    whyNoScheme: 'Een voorschot van de Belastingdienst kan pas als de inschrijving is hersteld.', amountCents: 211_500,
  },
};
export const STORY_DOMAINS = Object.keys(STORIES) as FundDomain[];
