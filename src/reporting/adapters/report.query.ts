import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsTextThat } from '../../platform/http/checks';
import { ViewpointQuery } from '../../platform/http/viewpoint.query';
import { parsePeriod, PERIOD_FORMS, type Period } from '../domain/period';
import { LEVELS, type Level } from '../domain/unit';

/** Which period is asked about, and from where. */
export class PeriodQuery extends ViewpointQuery {
  @ApiProperty({ description: PERIOD_FORMS, example: '2023' })
  @IsTextThat('isPeriod', (text) => parsePeriod(text) !== undefined, `must be ${PERIOD_FORMS}`)
  period!: string;
}

export class ReportQuery extends PeriodQuery {
  @ApiProperty({ enum: LEVELS })
  @IsIn(LEVELS)
  level: Level = 'denmark';
}

/** The period of a query that passed its check. */
export function periodOf({ period }: PeriodQuery): Period {
  const parsed = parsePeriod(period);
  if (parsed === undefined) throw new Error('This query did not pass its check.');
  return parsed;
}
