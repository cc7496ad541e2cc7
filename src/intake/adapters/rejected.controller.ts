import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Answers } from '../../platform/http/openapi/answers';
import { formatInstant } from '../../kernel/instant';
import { languageAskedIn } from '../../kernel/language-asked';
import type { Receipt } from '../../kernel/receipt';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ExplainRejected } from '../application/explain-rejected';
import { ListRejected } from '../application/list-rejected';
import { ResendRejected } from '../application/resend-rejected';
import { CorrectedEvent, sentAgain } from './corrected-event';
import { RejectedQuery } from './rejected.query';

interface RejectedAnswer {
  readonly items: readonly {
    readonly number: number;
    readonly receivedAt: string;
    readonly receipt: Receipt;
    readonly erased?: true;
  }[];
  /** `after` of the next page; absent on the last. */
  readonly next?: number;
}

@ApiTags('sources')
@Controller('rejected')
export class RejectedController {
  constructor(
    private readonly rejected: ListRejected,
    private readonly explaining: ExplainRejected,
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
  @ApiHeader({
    name: 'accept-language',
    required: false,
    description: 'What reasons are told in: da or en; as they were told at first where neither is asked for.',
  })
  async list(
    @Query() { after, limit, ...question }: RejectedQuery,
    @Req() { headers }: Request,
  ): Promise<RejectedAnswer> {
    const language = languageAskedIn(headers['accept-language'] ?? '');
    const { items, next } = await this.rejected.page(question, after, limit);
    const shown = items.map((kept) => ({
      number: kept.number,
      receivedAt: formatInstant(kept.receivedAt),
      receipt: this.explaining.receiptIn(language, kept),
      ...(kept.erased === undefined ? undefined : { erased: kept.erased }),
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
  @ApiBody({ type: CorrectedEvent, required: false })
  @ApiResponse({ status: 404, description: 'There is no such refused event.' })
  @ApiResponse({ status: 409, description: 'It was taken in already, or its person is erased.' })
  @ApiHeader({ name: 'accept-language', required: false, description: 'What the receipt is written in: da or en.' })
  async resend(
    @Param('number') number: string,
    @Req() request: RawBodyRequest<Request>,
    @Body() corrected?: CorrectedEvent,
  ): Promise<Receipt> {
    const receipt = await sentAgain(this.resending, number, { request, corrected });
    this.metrics.count([receipt]);
    return receipt;
  }
}
