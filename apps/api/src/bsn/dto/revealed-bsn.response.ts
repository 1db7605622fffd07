export class RevealedBsnResponse {
  /** Burgerservicenummer. Show it, and keep it nowhere. */
  bsn: string;
  /** After this many seconds the screen hides it again. */
  hideAfterSeconds: number;
}
