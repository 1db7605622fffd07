import '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Carried to the next page in memory, because a name may not stand in the address. */
    household?: { name: string; version: number };
  }
}
