import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { IsPeriod, IsTextThat } from '../../platform/http/checks';
import { BASELINE_FORM, END_FORM } from '../../platform/http/text-forms';
import { ViewpointQuery } from '../../platform/http/viewpoint.query';
import { BASELINE_FORMS, END_FORMS, firstDayOf, MOST_PERIODS, parseBaseline } from '../domain/series-arguments';
import { PERIOD_FORMS } from '../../kernel/period';
import { PERIOD_STEPS, type PeriodStep } from '../../counting/domain/period-sequence';
import { CONTROL_KINDS, type ControlKind } from '../../counting/domain/statistics/control-limits';
import { CONTEXTS, LEVELS, type Context, type Level } from '../../kernel/unit';
import { LANGUAGES, type Language } from '../../kernel/language';

const CHART_FORMATS = ['json', 'svg'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** As data or as a drawing, counted where, and from which viewpoint. */
class ChartQuery extends ViewpointQuery {
  @ApiPropertyOptional({ enum: CHART_FORMATS, default: 'json' })
  @IsIn(CHART_FORMATS)
  format: ChartFormat = 'json';

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'da', description: 'Language of the drawing.' })
  @IsIn(LANGUAGES)
  lang: Language = 'da';

  @ApiPropertyOptional({ enum: CONTEXTS, description: 'By the index hospital (treated) or by residence (resident).' })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;
}

/** All units of a level in one period. */
export class LevelsQuery extends ChartQuery {
  @ApiProperty({ description: PERIOD_FORMS, example: '2023' })
  @IsPeriod()
  period!: string;

  @ApiPropertyOptional({ enum: LEVELS, default: 'hospital' })
  @IsIn(LEVELS)
  level: Level = 'hospital';

  @ApiPropertyOptional({ description: 'A unit that the drawing marks and names, as the reader’s own.' })
  @IsOptional()
  @IsString()
  mark?: string;
}

export class FunnelQuery extends LevelsQuery {
  @ApiProperty({ description: 'Key of an indicator.', example: 'participation' })
  @IsTextThat('isKey', (text) => text !== '', 'must be the key of an indicator')
  indicator!: string;
}

const isEnd = (text: string): boolean => firstDayOf(text) !== undefined;

/** One unit, period after period. */
export class TrendQuery extends ChartQuery {
  @ApiProperty({ description: 'Key of an indicator.', example: 'participation' })
  @IsTextThat('isKey', (text) => text !== '', 'must be the key of an indicator')
  indicator!: string;

  @ApiPropertyOptional({
    default: 'denmark',
    description: 'hospital:<SOR>, municipality:<code>, region:<code> or denmark.',
  })
  @IsString()
  unit: string = 'denmark';

  @ApiPropertyOptional({ enum: PERIOD_STEPS, description: 'Default: year for a trend, month for a control chart.' })
  @IsOptional()
  @IsIn(PERIOD_STEPS)
  by?: PeriodStep;

  @ApiPropertyOptional({
    description: `First period: ${END_FORMS}; default the first in which something was decided, of the latest ${MOST_PERIODS}.`,
  })
  @IsOptional()
  @IsTextThat('isEnd', isEnd, `must be ${END_FORMS}`, END_FORM)
  from?: string;

  @ApiPropertyOptional({ description: `Last period: ${END_FORMS}; default the last that has ended by the as-of day.` })
  @IsOptional()
  @IsTextThat('isEnd', isEnd, `must be ${END_FORMS}`, END_FORM)
  to?: string;
}

export class ControlQuery extends TrendQuery {
  @ApiPropertyOptional({ enum: CONTROL_KINDS, default: 'p', description: 'p chart or XmR (individuals).' })
  @IsIn(CONTROL_KINDS)
  kind: ControlKind = 'p';

  @ApiPropertyOptional({ default: '12', description: `What the lines are frozen from: ${BASELINE_FORMS}.` })
  @IsOptional()
  @IsTextThat('isBaseline', (text) => parseBaseline(text) !== undefined, `must be ${BASELINE_FORMS}`, BASELINE_FORM)
  baseline?: string;
}
