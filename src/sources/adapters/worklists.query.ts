import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Outcome } from '../../kernel/decision';
import { SECTOR_ORDER, type Sector } from '../../kernel/organisation';
import { OUTCOME_WORDS } from '../../kernel/words/codes';
import { oneOf } from '../../platform/http/checks';
import { OffsetPageQuery } from '../../platform/http/page.query';
import { WORKLIST_ORDERS, type WorklistOrder } from '../domain/worklist';

const OUTCOMES = Object.keys(OUTCOME_WORDS) as readonly Outcome[];
const OLDEST = 150;
const MOST_DAYS = 3_660;

/** A whole number within bounds. */
function Whole(description: string, maximum: number): PropertyDecorator {
  return (target, name) => {
    for (const decorate of [
      ApiPropertyOptional({ type: 'integer', description, minimum: 0, maximum }),
      IsOptional(),
      Type(() => Number),
      IsInt(),
      Min(0),
      Max(maximum),
    ])
      decorate(target, name);
  };
}

/** Which rows of a worklist are asked for: what is given holds together. */
export class WorklistQuery extends OffsetPageQuery {
  @ApiPropertyOptional({ enum: SECTOR_ORDER, description: 'Only indicators that are asked of this sector’s reports.' })
  @IsOptional()
  @IsIn(SECTOR_ORDER, oneOf(SECTOR_ORDER))
  sector?: Sector;

  @ApiPropertyOptional({ description: 'Only who lived there on the index day: municipality:<code>.', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  municipality?: string;

  @ApiPropertyOptional({ description: 'Only pathways that began there: hospital:<SOR>.', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  hospital?: string;

  @Whole('Only from this age on, in whole years today.', OLDEST)
  ageFrom?: number;

  @Whole('Only through this age, in whole years today.', OLDEST)
  ageTo?: number;

  @ApiPropertyOptional({ description: 'Only this indicator, by its key.', example: 'diet', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  indicator?: string;

  @ApiPropertyOptional({
    enum: OUTCOMES,
    description: 'Only decisions with this outcome; without it what can still be met: pending, and not met so far.',
  })
  @IsOptional()
  @IsIn(OUTCOMES, oneOf(OUTCOMES))
  outcome?: Outcome;

  @Whole('Only what has at most so many days left, today included, and is not too late.', MOST_DAYS)
  within?: number;

  @Whole('Only where the last contact lies at least so many days back.', MOST_DAYS)
  daysSince?: number;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Only whom another organisation follows (true), or whom none does (false).',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  followedElsewhere?: boolean;

  @ApiPropertyOptional({
    enum: WORKLIST_ORDERS,
    default: 'deadline',
    description: 'What is due first, or whoever was seen longest ago, first.',
  })
  @IsOptional()
  @IsIn(WORKLIST_ORDERS, oneOf(WORKLIST_ORDERS))
  sort: WorklistOrder = 'deadline';
}
