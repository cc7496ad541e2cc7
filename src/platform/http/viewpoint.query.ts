import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { danishDay } from '../../kernel/day';
import { parseInstant } from '../../kernel/instant';
import type { Clock } from '../../ports/clock';
import type { Viewpoint } from '../../kernel/viewpoint';
import { IsCalendarDay, IsInstant } from './checks';

/** From where decisions are looked at. */
export class ViewpointQuery {
  @ApiPropertyOptional({ description: 'Decide as of this day; default today.', example: '2024-06-30' })
  @IsOptional()
  @IsCalendarDay()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Use only what was received by this instant.', example: '2024-01-31T12:00:00Z' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;
}

/** The viewpoint a query asks for. */
export function viewpointOf({ asOf, knownAt }: ViewpointQuery, clock: Clock): Viewpoint {
  const moment = knownAt === undefined ? undefined : parseInstant(knownAt);
  return { asOf: asOf ?? danishDay(clock.now()), ...(moment === undefined ? undefined : { knownAt: moment }) };
}
