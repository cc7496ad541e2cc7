import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { LOOP_STANDINGS, type LoopStanding } from '../domain/open-loops';
import { PeriodQuery } from '../../platform/http/report.query';

/** Which referrals are asked about. */
export class TransitionsQuery extends PeriodQuery {
  @ApiPropertyOptional({ description: 'Only what this hospital referred: hospital:<SOR>.' })
  @IsOptional()
  @IsString()
  hospital?: string;

  @ApiPropertyOptional({ description: 'Only what was referred to this municipality: municipality:<code>.' })
  @IsOptional()
  @IsString()
  municipality?: string;
}

/** A page of the referrals that nobody is known to have taken up. */
export class OpenLoopsQuery extends TransitionsQuery {
  @ApiPropertyOptional({
    enum: LOOP_STANDINGS,
    default: 'open',
    description: 'A start still counts (open), is too late (lost), or would not have reached us (unknown).',
  })
  @IsIn(LOOP_STANDINGS)
  standing: LoopStanding = 'open';

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
