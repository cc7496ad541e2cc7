import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { CONTEXTS, type Context } from '../../kernel/unit';
import { OffsetPageQuery } from './page.query';
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

export const LISTED_OUTCOMES = [
  'met',
  'not-met',
  'unknown',
  'met-so-far',
  'pending',
  'excluded',
  'not-applicable',
] as const;

/** A page of the decisions behind a total. */
export class CasesQuery extends IntersectionType(UnitQuery, OffsetPageQuery) {
  @ApiPropertyOptional({
    enum: LISTED_OUTCOMES,
    description: 'Only decisions that are counted as this; met-so-far and pending: their windows have not ended.',
  })
  @IsOptional()
  @IsIn(LISTED_OUTCOMES)
  outcome?: (typeof LISTED_OUTCOMES)[number];
}
