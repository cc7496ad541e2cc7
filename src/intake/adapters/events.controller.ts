import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Request, Response } from 'express';
import type { Receipt } from '../../kernel/receipt';
import { explainProblem } from '../../platform/http/explain-problem';
import { Problem } from '../../platform/http/problem';
import { Logger } from '../../ports/logger';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ReceiveEvents } from '../application/receive-events';
import { type Incoming } from '../../kernel/incoming';
import { readEventBody } from './event-body';
import { IntakeLimits } from './intake-limits';
import { lineBatches } from './line-batches';
import { ReceiptWriter } from './receipt-writer';

const WHOLE = ['application/cloudevents+json', 'application/json', 'application/cloudevents-batch+json'];
const STREAMS = ['application/x-ndjson', 'application/ndjson'];

@ApiTags('sources')
@Controller('events')
export class EventsController {
  constructor(
    private readonly intake: ReceiveEvents,
    private readonly metrics: ReceiptMetrics,
    private readonly limits: IntakeLimits,
    private readonly logger: Logger,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'sendEvents',
    summary: 'Takes events in: one, a batch, or a stream of lines; answers each with a receipt, in order.',
    description:
      'A stream may be as long as you like. Receipts are written while it is read: as a JSON array, or one a line when ' +
      '`Accept` asks for application/x-ndjson. If the store fails in between, the last element is a problem document ' +
      'and the response is broken off; events without a receipt were not kept. Sending again is always safe.',
  })
  @Answers({ 'application/json': 'Receipts', 'application/x-ndjson': 'ReceiptLines' }, { status: 202 })
  @ApiConsumes(...WHOLE, ...STREAMS)
  @ApiBody({ schema: { description: 'CloudEvents 1.0; see contracts/schemas/source', type: 'object' } })
  @ApiResponse({ status: 400, description: 'The body as a whole cannot be read.' })
  @ApiResponse({ status: 413, description: 'The body is too large to be read as a whole; send a stream.' })
  @ApiResponse({ status: 415, description: 'Another content type.' })
  @ApiResponse({ status: 503, description: 'The store does not answer; see Retry-After.' })
  @ApiResponse({ status: 507, description: 'The store is full.' })
  async receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') throw new Problem(415, 'The body is compressed; send it without Content-Encoding.');
    const batches = STREAMS.includes(type)
      ? lineBatches(request, this.limits.lines)
      : WHOLE.includes(type)
        ? [await readEventBody(request, this.limits)]
        : undefined;
    if (batches === undefined) {
      throw new Problem(415, `Send events as one of ${[...WHOLE, ...STREAMS].join(', ')}.`);
    }
    await this.answer(batches, request, response);
  }

  private async answer(
    batches: AsyncIterable<Incoming[]> | Iterable<Incoming[]>,
    request: Request,
    response: Response,
  ): Promise<void> {
    const accepted = request.headers.accept ?? '';
    const writer = new ReceiptWriter(response, STREAMS.some((type) => accepted.includes(type)) ? 'lines' : 'array');
    let isEmpty = true;
    try {
      for await (const batch of batches) {
        isEmpty = false;
        const receipts = (await this.intake.receive(batch, { receivedAt: 'clock' })) as Receipt[];
        this.metrics.count(receipts);
        await writer.write(receipts);
      }
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      if (!response.headersSent) throw error;
      const { problem } = explainProblem(error);
      this.logger.error({ status: problem.document.status }, 'Receiving a stream broke off');
      await writer.breakOff(problem.document);
      return;
    }
    if (isEmpty) throw new Problem(400, 'The body is empty; send one event a line.');
    writer.end();
  }
}
