import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from './checks';

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

/** A whole number from 0 on, 0 when it is not given. */
function CountedFromNought(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', description, default: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(0),
    Max(Number.MAX_SAFE_INTEGER),
  );
}

/** A page of a numbered list. */
export class NumberedPageQuery extends LimitQuery {
  @CountedFromNought('`next` of the page before.')
  after = 0;
}

/** A page of a list that is made anew each time, by how many are passed over. */
export class OffsetPageQuery extends LimitQuery {
  @CountedFromNought('Passes over so many.')
  from = 0;
}

/** What of a list of sources' events is asked for. */
export class SourceEventsQuery {
  @ApiPropertyOptional({ description: 'Only what this source sent.', example: 'municipality:0461', maxLength: 200 })
  @IsOptional()
  @MaxLength(200)
  source?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'From this day on.', example: '2024-01-01' })
  @IsOptional()
  @IsCalendarDay()
  since?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Through this day.', example: '2024-01-31' })
  @IsOptional()
  @IsCalendarDay()
  until?: string;
}
