import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Every list is paged by cursor: a page stays the same page while others add rows. */
export class PageRequest {
  /** How many items at most. */
  @IsOptional()
  @Max(100)
  @Min(1)
  @IsInt()
  @Type(() => Number)
  limit: number = 50;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @MaxLength(400)
  @IsString()
  cursor?: string;
}
