import { defineMachine, needs, type Transitions } from '#kernel';

export const EXPORT_STATES = {
  collecting: 'we zoeken de gegevens bij elkaar',
  review: 'er staan teksten klaar om te controleren',
  making: 'we maken het bestand',
  ready: 'klaar',
  failed: 'niet gelukt',
  expired: 'verlopen en weggegooid',
} as const;
export type ExportState = keyof typeof EXPORT_STATES;

export const EXPORT_ACTIONS = {
  collected: 'de teksten klaarzetten',
  check: 'de controle van de teksten vastleggen',
  made: 'het bestand klaarzetten',
  fail: 'stoppen na een fout',
  expire: 'weggooien',
} as const;
export type ExportAction = keyof typeof EXPORT_ACTIONS;

export interface ExportFacts {
  /** The officer says that every text was looked through for data of others. */
  readonly checkedForOthers: boolean;
  readonly openTexts: number;
}

export const EXPORT_TRANSITIONS: Transitions<ExportState, ExportAction> = {
  collecting: { collected: 'review', fail: 'failed', expire: 'expired' },
  review: { check: 'making', expire: 'expired' },
  making: { made: 'ready', fail: 'failed', expire: 'expired' },
  ready: { expire: 'expired' },
  failed: { expire: 'expired' },
  expired: {},
};

/** An export: collected by the worker, looked through by the privacy officer, made by the worker, thrown away after 14 days. */
export const rightsExport = defineMachine<ExportState, ExportAction, ExportFacts>({
  code: 'rights-export',
  subject: 'Dit overzicht',
  states: EXPORT_STATES,
  actions: EXPORT_ACTIONS,
  transitions: EXPORT_TRANSITIONS,
  guards: {
    check: ({ checkedForOthers, openTexts }) => [
      ...needs(checkedForOthers, 'checkedForOthers', 'Bevestig dat je elke tekst hebt gecontroleerd op gegevens van anderen.'),
      ...needs(openTexts === 0, 'texts', 'Kies bij elke tekst of die mee mag.'),
    ],
  },
});

/** A next one may be started. */
export const isOver = (state: ExportState): boolean => state === 'failed' || state === 'expired' || state === 'ready';

export const { transition: transitionExport } = rightsExport;
