export class LoggedEmployeeResponse {
  id: string;
  name: string;
}

/** One line of the audit: who did or saw what, when and from where. No content. */
export class AuditLineResponse {
  id: number;
  at: Date;
  /** Null: Naast itself did this. */
  who: LoggedEmployeeResponse | null;
  /** Where this employee worked then. */
  organisation: string | null;
  /** The roles at that moment. */
  roles: string[];
  /** What was done, as `room.verb`. */
  action: string;
  /** The same in words, where there are. */
  what: string;
  /** Of which family; null when it is about none. */
  caseNumber: string | null;
  /** From where: `web` or `api` and the address, `worker` or `cli`. Null for lines from before this was kept. */
  origin: string | null;
  /** Leads to the lines of the processing log. */
  traceId: string;
  /** How many people the line is about, as far as the processing log has come. */
  dataSubjects: number;
}

export class AuditLogResponse {
  items: AuditLineResponse[];
  nextCursor: string | null;
}

export class LoggedActivityResponse {
  id: string;
  name: string;
}

/** One line of the processing log (Logboek Dataverwerkingen): about one person, without who did it. */
export class ProcessingLineResponse {
  traceId: string;
  spanId: string;
  /** The action of the audit, as `room.verb`. */
  operation: string;
  startedAt: Date;
  endedAt: Date;
  /** `OK`: only what was committed has a line. */
  status: string;
  /** The line of the register that this belongs to. */
  activity: LoggedActivityResponse;
  /** What identifies the person. */
  dataSubjectType: string;
  /** Encrypted. */
  dataSubject: string;
}

export class ProcessingLogResponse {
  items: ProcessingLineResponse[];
}
