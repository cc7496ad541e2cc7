import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsPeriod, IsPersonName, IsTextThat } from '../../platform/http/checks';
import { NumberedPageQuery } from '../../platform/http/page.query';
import { ViewpointQuery } from '../../platform/http/viewpoint.query';
import { parsePeriod, PERIOD_FORMS, type Period } from '../../kernel/period';
import { LEVELS, type Level } from '../../kernel/unit';
import { COUNTED_OUTCOMES, type CountedOutcome } from '../domain/versions/outcome-changes';

const ALL_TIME = 'all';

/** What of history is compared. */
export class TrialQuery extends ViewpointQuery {
  @ApiPropertyOptional({ description: PERIOD_FORMS, default: ALL_TIME })
  @IsOptional()
  @IsPeriod()
  period: string = ALL_TIME;

  @ApiPropertyOptional({ enum: LEVELS, description: 'Units of this level only; default every level.' })
  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;
}

/** Whose decisions come out otherwise, a page at a time. */
export class FlipsQuery extends IntersectionType(TrialQuery, NumberedPageQuery) {
  @ApiProperty({ description: 'Key of the indicator.' })
  @IsTextThat('isKey', (text) => text !== '', 'must be the key of an indicator')
  indicator!: string;

  @ApiPropertyOptional({ enum: COUNTED_OUTCOMES })
  @IsOptional()
  @IsIn(COUNTED_OUTCOMES)
  from?: CountedOutcome;

  @ApiPropertyOptional({ enum: COUNTED_OUTCOMES })
  @IsOptional()
  @IsIn(COUNTED_OUTCOMES)
  to?: CountedOutcome;
}

export class SensitivityQuery extends TrialQuery {
  @ApiProperty({ description: 'Name of a policy of the set in force.', example: 'bugOnReferral' })
  @IsTextThat('isPolicy', (text) => text !== '', 'must be the name of a policy')
  policy!: string;
}

/** Who tries a set, on what of history. */
export class TrialBody extends TrialQuery {
  @ApiProperty({ description: 'The name of the person.', example: 'Anna Holm' })
  @IsPersonName()
  by!: string;
}

/** The period of a query that passed its check. */
export function trialPeriodOf({ period }: TrialQuery): Period {
  const parsed = parsePeriod(period);
  if (parsed === undefined) throw new Error('This query did not pass its check.');
  return parsed;
}
