import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Present } from '../../access/domain/present';
import { Answers } from '../../platform/http/openapi/answers';
import type { Request, Response } from 'express';
import type { Receipt } from '../../kernel/receipt';
import { othersTurn } from '../../kernel/others-turn';
import { explainProblem } from '../../platform/http/explain-problem';
import { languageAsked } from '../../platform/http/language-asked';
import { Problem } from '../../platform/http/problem';
import { Logger } from '../../ports/logger';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ReceiveEvents } from '../application/receive-events';
import type { ReceivingOptions } from '../domain/moment-of-receipt';
import { ForeignSource } from '../domain/foreign-source';
import { BodyReader } from '../../platform/http/bodies/body-reader';
import { isBinary, readBinaryEvent } from './binary-event';
import { readEventBody } from './event-body';
import type { EventSlice } from './event-slice';
import { IntakeLimits } from './intake-limits';
import { lineBatches } from './line-batches';
import { ReceiptCounts } from './receipt-counts';
import { ReceiptWriter } from './receipt-writer';
import { momentCounting, RECEIVED_HEADER, requireOperator } from './stated-receipt';

/** Media types of a body that is read as a whole. */
export const WHOLE = ['application/cloudevents+json', 'application/json', 'application/cloudevents-batch+json'];
const STREAMS = ['application/x-ndjson', 'application/ndjson'];
const COUNTS = {
  'rehabspor-accepted': 'How many events were accepted.',
  'rehabspor-duplicate': 'How many had been accepted before.',
  'rehabspor-rejected': 'How many were refused.',
};
/** So many refusals in one body of what is no event at all; whoever sends more sends something else. */
const MOST_NAMELESS = 10_000;
const NO_EVENTS = new Problem(
  400,
  `More than ${MOST_NAMELESS} elements or lines of this body are no events. Nothing after the last receipt was taken in: ` +
    'see what it is that is sent, and send the rest again.',
  { kind: 'no-events' },
);

/** The problem of an event of another source; `place` counts from 0. */
export const notYours = (place: number): Problem =>
  new Problem(403, 'One sends events as oneself alone. Nothing after the last receipt was taken in.', {
    kind: 'foreign-source',
    errors: [{ path: `[${place}].source`, remedy: 'must be the organisation you are signed in as' }],
  });

@ApiTags('sources')
@Controller('events')
export class EventsController {
  constructor(
    private readonly intake: ReceiveEvents,
    private readonly metrics: ReceiptMetrics,
    private readonly limits: IntakeLimits,
    private readonly reader: BodyReader,
    private readonly logger: Logger,
    private readonly present: Present,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'sendEvents',
    summary: 'Takes events in: one, a batch, or a stream of lines; answers each with a receipt, in order.',
    description:
      'A stream may be as long as you like. Receipts are written while it is read: as a JSON array, or one a line when ' +
      '`Accept` asks for application/x-ndjson. The headers (of what is taken in several parts: the trailers) ' +
      '`rehabspor-accepted`, `rehabspor-duplicate` and `rehabspor-rejected` count them. Attributes may stand in `ce-` ' +
      'headers (CloudEvents’ binary mode), and bodies may be compressed (gzip, br). If the store fails in between, the last element is a problem document ' +
      'and the response is broken off; events without a receipt were not kept. Sending again is always safe.',
  })
  @Answers(
    { 'application/json': 'Receipts', 'application/x-ndjson': 'ReceiptLines' },
    {
      status: 202,
      headers: COUNTS,
    },
  )
  @ApiHeader({
    name: RECEIVED_HEADER,
    required: false,
    schema: { type: 'string', enum: ['stated'] },
    description:
      'For an operator on the server’s own machine who brings events that were received before (`import` sends it): they ' +
      'count as received when their `receivedtime` says, not now.',
  })
  @ApiConsumes(...WHOLE, ...STREAMS)
  @ApiHeader({ name: 'accept-language', required: false, description: 'What receipts are written in: da or en.' })
  @ApiBody({ schema: { description: 'CloudEvents 1.0; see /contracts. One, an array of them, or lines.' } })
  @ApiResponse({ status: 400, description: 'The body as a whole cannot be read.' })
  @ApiResponse({
    status: 403,
    description:
      'An event names another source than whoever sends it; or only an operator on this machine may say when events were received.',
  })
  @ApiResponse({ status: 408, description: 'The body did not arrive in time.' })
  @ApiResponse({ status: 413, description: 'The body is too large to be read as a whole; send a stream.' })
  @ApiResponse({ status: 415, description: 'Another content type or encoding.' })
  @ApiResponse({ status: 507, description: 'The store is full.' })
  async receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const slices = await this.slices(request);
    const asksForLines = STREAMS.some((type) => (request.headers.accept ?? '').includes(type));
    const counts = new ReceiptCounts();
    const sentBy = this.sentBy();
    const receivedAt = momentCounting(request);
    if (receivedAt !== 'clock') requireOperator(sentBy);
    const asked: ReceivingOptions = {
      receivedAt,
      // What an event of a file lacks may stand further down.
      notes: receivedAt === 'clock' ? 'of-the-person' : 'of-the-event',
      language: languageAsked(request),
      ...sentBy,
    };
    const writer = new ReceiptWriter(response, asksForLines ? 'lines' : 'array', counts);
    try {
      for await (const { events, isLast } of slices) {
        const receipts = await this.received(events, asked, counts);
        this.metrics.count(receipts);
        counts.count(receipts);
        await writer.write(receipts, isLast);
        if (!isLast && counts.namelessRefusals > MOST_NAMELESS) {
          await writer.write([NO_EVENTS.document]);
          break;
        }
        await othersTurn();
      }
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      if (!response.headersSent) throw error;
      const { problem } = explainProblem(error);
      this.logger.error({ status: problem.document.status }, 'Receiving a stream broke off');
      await writer.breakOff(problem.document);
      return;
    }
    writer.end();
  }

  /** Whose events alone are taken: of whoever reports as themselves their own, of an operator anybody's. */
  private sentBy(): Pick<ReceivingOptions, 'sentBy'> {
    const grant = this.present.grant();
    return grant?.view === 'own' ? { sentBy: grant.reader.organisation ?? '' } : {};
  }

  private async received(
    events: EventSlice['events'],
    asked: ReceivingOptions,
    { total }: ReceiptCounts,
  ): Promise<Receipt[]> {
    try {
      return (await this.intake.receive(events, asked)) as Receipt[];
    } catch (error) {
      throw error instanceof ForeignSource ? notYours(total + error.place) : error;
    }
  }

  private async slices(request: Request): Promise<AsyncIterable<EventSlice> | Iterable<EventSlice>> {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (isBinary(request)) {
      return [{ events: [await readBinaryEvent(this.reader, request, this.limits)], isLast: true }];
    }
    if (STREAMS.includes(type)) return lineBatches(this.reader.stream(request), this.limits.lines);
    if (WHOLE.includes(type)) return readEventBody(this.reader, request, this.limits);
    throw new Problem(415, `Send events as one of ${[...WHOLE, ...STREAMS].join(', ')}.`);
  }
}
