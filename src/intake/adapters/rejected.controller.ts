import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  ApiBody,
  ApiHeader,
  ApiOperation,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
  IntersectionType,
} from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { formatInstant } from '../../kernel/instant';
import { REJECTION_CODES, type Receipt, type RejectionCode } from '../../kernel/receipt';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { languageAsked } from '../../platform/http/language-asked';
import { NumberedPageQuery, SourceEventsQuery } from '../../platform/http/page.query';
import { Problem } from '../../platform/http/problem';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ListRejected } from '../application/list-rejected';
import { ResendRejected } from '../application/resend-rejected';

class CorrectedEvent {
  @ApiPropertyOptional({
    description: 'The corrected event; without it the event goes in again as it was kept.',
    type: Object,
  })
  @TakesCpr()
  @IsOptional()
  @IsObject({ message: 'must be the corrected event, a JSON object' })
  event?: object;
}

class RejectedQuery extends IntersectionType(NumberedPageQuery, SourceEventsQuery) {
  @ApiPropertyOptional({ enum: REJECTION_CODES })
  @IsOptional()
  @IsIn(REJECTION_CODES, { message: `must be one of ${REJECTION_CODES.join(', ')}` })
  code?: RejectionCode;
}

interface RejectedAnswer {
  readonly items: readonly { readonly number: number; readonly receivedAt: string; readonly receipt: Receipt }[];
  /** `after` of the next page; absent on the last. */
  readonly next?: number;
}

@ApiTags('sources')
@Controller('rejected')
export class RejectedController {
  constructor(
    private readonly rejected: ListRejected,
    private readonly resending: ResendRejected,
    private readonly metrics: ReceiptMetrics,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listRejected',
    summary:
      'Refused events that wait to be corrected, oldest first, by source, code and day of receipt; what was sent is not shown.',
  })
  @Answers('RejectedEvents')
  async list(@Query() { after, limit, ...question }: RejectedQuery): Promise<RejectedAnswer> {
    const { items, next } = await this.rejected.page(question, after, limit);
    const shown = items.map(({ number, receipt, receivedAt }) => ({
      number,
      receivedAt: formatInstant(receivedAt),
      receipt,
    }));
    return next === undefined ? { items: shown } : { items: shown, next };
  }

  @Post(':number/resend')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resendRejected',
    summary: 'Sends a refused event again, as it was kept or corrected; answers with its receipt.',
  })
  @Answers('Receipt')
  @ApiHeader({ name: 'accept-language', required: false, description: 'da or en: of the message; default en.' })
  @ApiBody({ type: CorrectedEvent, required: false })
  @ApiResponse({ status: 404, description: 'There is no such refused event.' })
  @ApiResponse({ status: 409, description: 'It was taken in already.' })
  async resend(
    @Param('number') number: string,
    @Req() request: Request,
    @Body() corrected?: CorrectedEvent,
  ): Promise<Receipt> {
    const event = corrected?.event;
    const given = event === undefined ? undefined : { value: event };
    const resent = /^\d{1,16}$/.test(number)
      ? await this.resending.resend(Number(number), given, languageAsked(request))
      : ({ result: 'no-such-event' } as const);
    switch (resent.result) {
      case 'no-such-event':
        throw new Problem(404, 'There is no refused event of this number; GET /api/v1/rejected lists them.');
      case 'resolved-before':
        throw new Problem(409, 'This event was sent again and taken in before; nothing is left to do.');
      case 'answered':
        this.metrics.count([resent.receipt]);
        return resent.receipt;
    }
  }
}
