import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { CONTEXTS, type Context } from '../../kernel/unit';
import { PeriodQuery } from './report.query';

/** One unit in one period. */
export class UnitQuery extends PeriodQuery {
  @ApiPropertyOptional({
    default: 'denmark',
    description: 'hospital:<SOR>, municipality:<code>, region:<code> or denmark.',
  })
  @IsString()
  unit: string = 'denmark';

  @ApiPropertyOptional({ enum: CONTEXTS, description: 'By the index hospital (treated) or by residence (resident).' })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;
}

export const LISTED_OUTCOMES = ['met', 'not-met', 'unknown', 'pending', 'excluded', 'not-applicable'] as const;

/** A page of the decisions behind a total. */
export class CasesQuery extends UnitQuery {
  @ApiPropertyOptional({ enum: LISTED_OUTCOMES, description: 'Only decisions that came out so.' })
  @IsOptional()
  @IsIn(LISTED_OUTCOMES)
  outcome?: (typeof LISTED_OUTCOMES)[number];

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Passes over so many.', default: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  from: number = 0;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000, description: 'At most so many.', default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 100;
}
