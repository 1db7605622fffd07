import { IsUUID } from 'class-validator';
import { PageRequest } from '../../http/page.request.js';

export class MemberRequest {
  /** Whose log. */
  @IsUUID()
  memberId: string;
}

export class MemberAccessLogRequest extends PageRequest {
  /** Whose log. */
  @IsUUID()
  memberId: string;
}
