export class HealthResponse {
  /** `ok` when it works. */
  status: string;
}
