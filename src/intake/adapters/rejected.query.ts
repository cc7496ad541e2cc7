import { ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { REJECTION_CODES, type RejectionCode } from '../../kernel/receipt';
import { oneOf } from '../../platform/http/checks';
import { NumberedPageQuery, SourceEventsQuery } from '../../platform/http/page.query';

/** Which refused events are asked for. */
export class RejectedQuery extends IntersectionType(NumberedPageQuery, SourceEventsQuery) {
  @ApiPropertyOptional({ enum: REJECTION_CODES })
  @IsOptional()
  @IsIn(REJECTION_CODES, oneOf(REJECTION_CODES))
  code?: RejectionCode;
}

/** Which of one's own. */
export class OwnRejectedQuery extends OmitType(RejectedQuery, ['source'] as const) {}
