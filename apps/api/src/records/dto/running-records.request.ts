import { Matches } from 'class-validator';

export class RunningRecordsRequest {
  /** The number by which the case is known. */
  @Matches(/^[\w-]{4,40}$/)
  caseNumber: string;
}
