import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const MOST = 1000;

/** How much of a list is asked for. */
export class LimitQuery {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'About how many at a time.',
    default: 100,
    maximum: MOST,
    minimum: 1,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit = 100;
}

/** A page of a numbered list. */
export class NumberedPageQuery extends LimitQuery {
  @ApiPropertyOptional({ type: 'integer', description: '`next` of the page before.', default: 0, minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after = 0;
}
