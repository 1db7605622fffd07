/** One line of the register of processing (AVG 30). */
export class ProcessingActivityResponse {
  id: string;
  /** What the lines of the processing log refer to; never changes. */
  code: string;
  name: string;
  purpose: string;
  /** The article of the AVG and of the law behind it. */
  legalBasis: string;
  /** Categories of people. */
  people: readonly string[];
  /** Categories of data. */
  data: readonly string[];
  /** Categories of those who get the data. */
  recipients: readonly string[];
  /** Whether data leaves the European Economic Area. */
  transfers: string;
  /** How long, and from when. */
  retention: string;
  /** Measures of security. */
  security: readonly string[];
  /** Who is responsible. */
  controller: string;
  /** Who processes for the municipality (AVG 28); null = nobody. */
  processor: string | null;
  changedAt: Date;
  version: number;
  allowedActions: string[];
}

export class ProcessingActivityListResponse {
  items: ProcessingActivityResponse[];
}
