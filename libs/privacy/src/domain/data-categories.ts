import { joinDutch } from '#kernel';

/** The fields of a member that a category can open. BSN is not among them: see `mayReceiveBsn`. */
export type MemberField = 'firstName' | 'infix' | 'lastName' | 'birthDate' | 'phone' | 'email' | 'address' | 'role';

interface CategoryText {
  /** Heading on the screen. */
  readonly label: string;
  /** What a partner sees: 'Humanitas ziet …'. */
  readonly nouns: readonly string[];
  /** The same with an article: '… om het adres van Noah te delen'. */
  readonly withArticle: string;
  /** Member fields it opens; a category without fields only opens its own part of a plan or referral. */
  readonly fields: readonly MemberField[];
}

/** A whitelist: what no category names is never shared. */
export const DATA_CATEGORIES = {
  name: { label: 'Naam', nouns: ['naam'], withArticle: 'de naam', fields: ['firstName', 'infix', 'lastName'] },
  'birth-date': {
    label: 'Geboortedatum',
    nouns: ['geboortedatum'],
    withArticle: 'de geboortedatum',
    fields: ['birthDate'],
  },
  contact: {
    label: 'Telefoonnummer en e-mailadres',
    nouns: ['telefoonnummer', 'e-mailadres'],
    withArticle: 'het telefoonnummer en het e-mailadres',
    fields: ['phone', 'email'],
  },
  address: { label: 'Adres', nouns: ['adres'], withArticle: 'het adres', fields: ['address'] },
  household: {
    label: 'Plek in het gezin',
    nouns: ['plek in het gezin'],
    withArticle: 'de plek in het gezin',
    fields: ['role'],
  },
  finances: { label: 'Geldzaken', nouns: ['geldzaken'], withArticle: 'de geldzaken', fields: [] },
  housing: { label: 'Woonsituatie', nouns: ['woonsituatie'], withArticle: 'de woonsituatie', fields: [] },
  work: { label: 'Werk en opleiding', nouns: ['werk', 'opleiding'], withArticle: 'het werk en de opleiding', fields: [] },
  health: { label: 'Gezondheid', nouns: ['gezondheid'], withArticle: 'de gezondheid', fields: [] },
  safety: { label: 'Veiligheid', nouns: ['veiligheid'], withArticle: 'de veiligheid', fields: [] },
} as const satisfies Record<string, CategoryText>;

export type DataCategory = keyof typeof DATA_CATEGORIES;
export const DATA_CATEGORY_NAMES = Object.keys(DATA_CATEGORIES) as DataCategory[];

export const isDataCategory = (value: string): value is DataCategory => Object.hasOwn(DATA_CATEGORIES, value);

/** 'naam, telefoonnummer en e-mailadres', in a fixed order and without doubles. */
export const nounsOf = (categories: readonly DataCategory[]): string =>
  joinDutch(DATA_CATEGORY_NAMES.filter((name) => categories.includes(name)).flatMap((name) => DATA_CATEGORIES[name].nouns));

/** The fields these categories open, and no other. */
export const fieldsOf = (categories: readonly DataCategory[]): readonly MemberField[] =>
  DATA_CATEGORY_NAMES.filter((name) => categories.includes(name)).flatMap((name) => DATA_CATEGORIES[name].fields);

/** What a form ticks beforehand: for a child nothing, for an adult how to reach them. */
export const suggestedCategories = ({ isChild }: { isChild: boolean }): readonly DataCategory[] =>
  isChild ? [] : ['name', 'contact'];

/**
 * BSN goes to public bodies (Wabb 10) or bodies with a statutory ground; never to an NGO or volunteers,
 * whatever a basis says. Others get the case number.
 */
export const mayReceiveBsn = (organisation: {
  isPublicBody: boolean;
  isNgo: boolean;
  statutoryBsnGround: string | null;
}): boolean => !organisation.isNgo && (organisation.isPublicBody || organisation.statutoryBsnGround !== null);
