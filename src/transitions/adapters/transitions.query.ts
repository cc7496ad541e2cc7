import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { LOOP_STANDINGS, type LoopStanding } from '../domain/open-loops';
import { OffsetPageQuery } from '../../platform/http/page.query';
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
export class OpenLoopsQuery extends IntersectionType(TransitionsQuery, OffsetPageQuery) {
  @ApiPropertyOptional({
    enum: LOOP_STANDINGS,
    default: 'open',
    description: 'A start still counts (open), is too late (lost), or would not have reached us (unknown).',
  })
  @IsIn(LOOP_STANDINGS)
  standing: LoopStanding = 'open';
}
