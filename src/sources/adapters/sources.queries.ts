import { isPersonKey, PERSON_KEY_FORM } from '../../kernel/person-key-form';
import { ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-kinds';
import { IsCalendarDay, IsTextThat, oneOf } from '../../platform/http/checks';
import { LimitQuery, SourceEventsQuery } from '../../platform/http/page.query';
import { CAME_OF, type CameOf } from '../application/list-own-reports';
import { REPORT_STANDINGS, type ReportStanding } from '../domain/own-report';

/** Of which days of receipt an overview is. */
export class OverviewQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'From this day of receipt on; without it a year before the last.',
    example: '2024-01-01',
  })
  @IsOptional()
  @IsCalendarDay()
  from?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Through this day of receipt; without it today.',
    example: '2024-06-30',
  })
  @IsOptional()
  @IsCalendarDay()
  to?: string;
}

/** Which of a source's accepted events are asked for. */
export class OwnReportsQuery extends IntersectionType(
  LimitQuery,
  PickType(SourceEventsQuery, ['since', 'until'] as const),
) {
  @ApiPropertyOptional({
    enum: CAME_OF,
    description:
      'Only what is told a note (noted), waits for something else (held), has any finding (found) or decided an indicator (decided).',
  })
  @IsOptional()
  @IsIn(CAME_OF, oneOf(CAME_OF))
  cameOf?: CameOf;

  @ApiPropertyOptional({ enum: REPORT_STANDINGS, description: 'Only what stands so by now.' })
  @IsOptional()
  @IsIn(REPORT_STANDINGS, oneOf(REPORT_STANDINGS))
  standing?: ReportStanding;

  @ApiPropertyOptional({ enum: EVENT_KINDS })
  @IsOptional()
  @IsIn(EVENT_KINDS, oneOf(EVENT_KINDS))
  kind?: EventKind;

  @ApiPropertyOptional({ description: '`next` of the page before.', pattern: PERSON_KEY_FORM.source })
  @IsOptional()
  @IsTextThat('isCursor', isPersonKey, 'must be `next` of the page before', {
    pattern: PERSON_KEY_FORM.source,
  })
  after?: string;
}
