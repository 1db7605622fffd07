import { ApiProperty } from '@nestjs/swagger';

export class LoggedPersonResponse {
  memberId: string;
  name: string;
}

export class MyPersonResponse extends LoggedPersonResponse {
  /** `representative`: your child, until the 16th birthday. */
  @ApiProperty({ enum: ['self', 'representative'] })
  capacity: 'self' | 'representative';
}

export class MyRegisseurResponse {
  name: string;
  /** Where this regisseur works. */
  organisation: string;
}

/** For whom this resident may look, and who coordinates their help. */
export class MyFileResponse {
  people: MyPersonResponse[];
  regisseurs: MyRegisseurResponse[];
}

/** What one employee did on one day with the file of one person, or of several at once. */
export class SightingResponse {
  /**
   * Day in Amsterdam on which it was.
   * @example 2026-11-22
   */
  day: string;
  /** Whose file it was. */
  names: string[];
  /** The function of the employee; the name too where the municipality chose to show it. */
  who: string;
  /** Where this employee worked then. */
  organisation: string;
  /** What they did, to read behind who it was: `keek in het dossier`. */
  what: string;
  /** Why they were allowed to, where that is known. */
  why: string | null;
  /** When, the latest first. */
  times: Date[];
}

export class AccessLogResponse {
  people: LoggedPersonResponse[];
  items: SightingResponse[];
  nextCursor: string | null;
}
