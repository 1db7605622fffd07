import { type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';

export interface Phase {
  readonly code: string;
  readonly name: string;
  /** What happens in it, for who reads the plan. */
  readonly about: string;
}

/** The road that a municipality walks with a family; its phases in their usual order. */
export interface PhaseModel {
  readonly code: string;
  readonly name: string;
  readonly phases: readonly [Phase, ...Phase[]];
}

/** Hoogeveen: the four phases of its uitvoeringsplan and the long aftercare behind them. */
export const LIFE_PLAN: PhaseModel = {
  code: 'life-plan', name: 'Levensplan',
  phases: [
    { code: 'connect', name: 'Binden en boeien', about: 'Elkaar leren kennen en vertrouwen opbouwen.' },
    { code: 'life-plan', name: 'Levensplan maken', about: 'Opschrijven welk leven het gezin wil, en wat daarvoor nodig is.' },
    { code: 'try-work', name: 'Kennismaken met werk', about: 'Ontdekken welk werk past en oefenen wat daarbij nodig is.' },
    { code: 'work', name: 'Aan de slag', about: 'Werken op een plek die past: een basiswerkplek, leerwerkplek of gewone baan.' },
    { code: 'aftercare', name: 'Lange nazorg', about: 'Naast het gezin blijven staan, ook als het goed gaat.' },
  ],
};

export const PLAIN: PhaseModel = {
  code: 'plain', name: 'Gezinsplan',
  phases: [
    { code: 'meet', name: 'Kennismaken', about: 'Elkaar leren kennen en opschrijven wat er speelt.' },
    { code: 'work', name: 'Aan de slag', about: 'Samen doen wat in het plan staat.' },
    { code: 'step-back', name: 'Stapje terug', about: 'Het gezin doet steeds meer zelf.' },
    { code: 'aftercare', name: 'Nazorg', about: 'Af en toe vragen hoe het gaat.' },
  ],
};

const KNOWN: readonly PhaseModel[] = [PLAIN, LIFE_PLAN];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function phaseOf(value: unknown): Phase | null {
  const { code, name, about } = (value ?? {}) as Partial<Record<keyof Phase, unknown>>;
  return text(code) && text(name) ? { code: text(code), name: text(name), about: text(about) } : null;
}

/** `settings.plan.phases`: the name of a known model, or a model of one's own; what makes no sense is the plain one. */
export function phaseModel(settings: unknown): PhaseModel {
  const own = (settings as { plan?: { phases?: unknown } } | null)?.plan?.phases;
  if (typeof own === 'string') return KNOWN.find(({ code }) => code === own) ?? PLAIN;
  const { code, name, phases } = (own ?? {}) as Partial<Record<keyof PhaseModel, unknown>>;
  const [first, ...rest] = Array.isArray(phases) ? phases.map(phaseOf) : [];
  const all = [first, ...rest].filter((one) => one !== null && one !== undefined);
  const unique = new Set(all.map((one) => one.code)).size === all.length;
  if (!first || all.length !== rest.length + 1 || !unique || !text(code) || !text(name)) return PLAIN;
  return { code: text(code), name: text(name), phases: [first, ...(rest as Phase[])] };
}

export interface PhaseMove {
  readonly phase: string;
  readonly since: LocalDate;
  readonly reason: string;
}

/** Any phase may follow any other, also an earlier one: life does. `last` is where the family is now. */
export const phaseProblems = ({ phase, since, reason }: PhaseMove, model: PhaseModel, last: { readonly phase: string; readonly since: LocalDate } | null, today: LocalDate): readonly FieldProblem[] => [
  ...needs(model.phases.some(({ code }) => code === phase), 'phase', 'Deze fase hoort niet bij de werkwijze van jouw gemeente.'),
  ...needs(last?.phase !== phase, 'phase', 'Het gezin is al in deze fase.'),
  ...needs(since <= today, 'since', 'Deze dag moet nog komen. Kies vandaag of eerder.'),
  ...needs(last === null || since >= last.since, 'since', 'Deze dag ligt voor het begin van de vorige fase.'),
  ...needs(isFilled(reason), 'reason', 'Schrijf op waarom het gezin in deze fase is.'),
];
