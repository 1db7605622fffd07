import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { PageRequest } from '../../http/page.request.js';

export class InboxPageRequest extends PageRequest {
  /** Only what has not been read yet. */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread: boolean = false;
}
