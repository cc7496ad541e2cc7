import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { FEED_TROUBLES, type FeedTrouble } from '../../kernel/feed-alarm';
import { IsCalendarDay, IsNote, IsPersonName, IsTextThat } from '../../platform/http/checks';
import { MONTH_FORM } from '../../platform/http/text-forms';
import { addToMonth, isMonth } from '../domain/month';

const ALARM_STANDINGS = ['open', 'cleared', 'all'] as const;
const MOST_MONTHS = 120;
const MONTH_REMEDY = 'must be a month as YYYY-MM';

export class AlarmsQuery {
  @ApiPropertyOptional({
    enum: ALARM_STANDINGS,
    default: 'open',
    description: 'cleared: what was found is over, or staff overruled it.',
  })
  @IsOptional()
  @IsIn(ALARM_STANDINGS)
  standing: (typeof ALARM_STANDINGS)[number] = 'open';

  @ApiPropertyOptional({ enum: FEED_TROUBLES })
  @IsOptional()
  @IsIn(FEED_TROUBLES)
  state?: FeedTrouble;

  @ApiPropertyOptional({ example: 'municipality:0461', maxLength: 100 })
  @IsOptional()
  @MaxLength(100)
  organisation?: string;
}

export class CalendarQuery {
  @ApiPropertyOptional({ description: 'The first month; default twelve months back.', example: '2023-01' })
  @IsOptional()
  @IsTextThat('isMonth', isMonth, MONTH_REMEDY, MONTH_FORM)
  from?: string;

  @ApiPropertyOptional({ description: 'The last month; default the present one.', example: '2023-12' })
  @IsOptional()
  @IsTextThat('isMonth', isMonth, MONTH_REMEDY, MONTH_FORM)
  to?: string;

  @ApiPropertyOptional({
    description: 'Default: all but general practices.',
    example: 'hospital:330901000016003',
    maxLength: 100,
  })
  @IsOptional()
  @MaxLength(100)
  organisation?: string;
}

/** Through which day something was received. */
export class LastReceivedQuery {
  @ApiPropertyOptional({ description: 'Of what was received through this day; default today.', example: '2023-09-03' })
  @IsOptional()
  @IsCalendarDay()
  until?: string;

  @ApiPropertyOptional({
    description: 'Of this organisation alone; default of everyone.',
    example: 'municipality:0461',
    maxLength: 100,
  })
  @IsOptional()
  @MaxLength(100)
  organisation?: string;
}

/** True when the months are in order and not more than ten years. */
export const isSpan = (from: string, to: string): boolean => from <= to && to < addToMonth(from, MOST_MONTHS);

export class FeedQuery {
  @ApiPropertyOptional({ description: 'As of the end of this day; default yesterday.', example: '2023-09-03' })
  @IsOptional()
  @IsCalendarDay()
  asOf?: string;
}

/** What staff say of an alarm. */
export class VerdictBody {
  @ApiProperty({ description: 'Who says so.', example: 'Datafangst, RKKP' })
  @IsPersonName()
  by!: string;

  @ApiPropertyOptional({ description: 'Why.', example: 'Sygehuset bekræfter: ny platform, data kommer i uge 40.' })
  @IsOptional()
  @IsNote()
  note?: string;
}
