/** The demo's organisations are real, its people are invented. */
export interface People {
  readonly municipality: Record<'Groningen' | 'Hoogeveen', string>;
  readonly organisation: Record<string, string>;
  readonly team: Record<string, string>;
  /** By OIDC subject. */
  readonly user: Record<string, string>;
  /** Ids of the regisseurs of team Noord, the first being persona `regisseur`. */
  readonly regisseurs: string[];
}
