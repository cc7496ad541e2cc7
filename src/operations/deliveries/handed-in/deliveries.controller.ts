import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Present } from '../../../access/domain/present';
import { FORMAT_NAMES } from '../../../formats/adapters/delivery-formats';
import { formatInstant } from '../../../kernel/instant';
import { DELIVERY_WORDS } from '../../../kernel/words/formats';
import { BodyReader } from '../../../platform/http/bodies/body-reader';
import { languageAsked } from '../../../platform/http/language-asked';
import { Answers } from '../../../platform/http/openapi/answers';
import { Problem } from '../../../platform/http/problem';
import { Clock } from '../../../ports/clock';
import { DeliveryQuery, RejectsQuery, SendDeliveryQuery } from './deliveries.query';
import { DELIVERY_TYPES, filesOfBody } from './files-of-body';
import { receiptOf, type DeliveryReceipt, type HandedIn } from './handed-in';
import { HandedInFolder } from './handed-in-folder';
import { rejectsPage, type RejectsPage } from './rejects-page';
import { TakeHandedIn } from './take-handed-in';

const MOST_WAITING = 50;
const RETRY_AFTER_SECONDS = 60;
const BYTES = { type: 'string', format: 'binary' } as const;

/** Deliveries in the sources' own formats, handed in over HTTP. */
@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly folder: HandedInFolder,
    private readonly taking: TakeHandedIn,
    private readonly reader: BodyReader,
    private readonly present: Present,
    private readonly clock: Clock,
  ) {}

  @Post(':format')
  @ApiOperation({
    operationId: 'sendDelivery',
    summary: 'Hands in a delivery in a source’s own format: a zip, one file, or a form of several files.',
    description:
      'The body may be 512 MB, as a zip may be unpacked, and compressed (gzip, br). A form (multipart/form-data) names its files, ' +
      'by which formats of several tables know them; the names of its fields do not matter. The answer comes once everything is ' +
      'on disk; then the delivery is read, after those handed in before, and its receipt tells what became of it. Whoever ' +
      'sends again does no harm: what was taken is unchanged then. Of another organisation than whoever hands it in nothing is ' +
      'taken: a row is told among the rejects, and a delivery whose files say that others report is refused whole.',
  })
  @ApiParam({ name: 'format', enum: FORMAT_NAMES, description: 'The format the delivery is in.' })
  @ApiConsumes(...DELIVERY_TYPES.slice(1), ...DELIVERY_TYPES.slice(0, 1))
  @ApiBody({ required: true, schema: { ...BYTES, description: 'What the formats are: docs/formats.' } })
  @ApiHeader({ name: 'accept-language', required: false, description: 'What the receipt is written in: da or en.' })
  @Answers('DeliveryReceipt', { status: 202, headers: { location: 'Where its receipt is asked for.' } })
  @ApiResponse({ status: 400, description: 'The form is not whole, or names files that cannot be called so.' })
  @ApiResponse({ status: 404, description: 'There is no such format.' })
  @ApiResponse({ status: 408, description: 'The body paused for too long; nothing of it was kept.' })
  @ApiResponse({ status: 413, description: 'The delivery is larger than 512 MB.' })
  @ApiResponse({ status: 415, description: 'Another content type or encoding.' })
  @ApiResponse({ status: 507, description: 'The disk is full; nothing of it was kept.' })
  async send(
    @Param('format') format: string,
    @Query() query: SendDeliveryQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!FORMAT_NAMES.includes(format))
      throw new Problem(404, `There is no such format; there is ${FORMAT_NAMES.join(', ')}.`);
    const sentBy = this.ownAlone();
    this.refuseCrowd(sentBy);
    const { id, files } = this.folder.begin();
    let kept: HandedIn;
    try {
      const fingerprint = await filesOfBody(request, this.reader, files);
      const { source, extract, extracted } = query;
      kept = this.folder.keep({
        ...{ id, format, extract, fingerprint },
        handedInAt: formatInstant(this.clock.now()),
        acceptDeletions: query.acceptDeletions === 'true',
        language: languageAsked(request),
        ...(source === undefined ? undefined : { source }),
        ...(sentBy === undefined ? undefined : { sentBy }),
        ...(extracted === undefined ? undefined : { extracted }),
      });
    } catch (error) {
      this.folder.drop(id);
      if (request.destroyed && !request.complete) return; // Whoever sent it has gone.
      throw error;
    }
    const whose = kept.source === undefined ? '' : `?source=${encodeURIComponent(kept.source)}`;
    response.status(202).location(`/api/v1/deliveries/${id}${whose}`).json(this.receipt(kept));
    this.taking.wake();
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readDelivery',
    summary: 'What became of a delivery: whether it still waits, was taken or refused, and why.',
  })
  @Answers('DeliveryReceipt')
  @ApiResponse({ status: 404, description: 'No such delivery was handed in by whoever asks.' })
  read(@Param('id') id: string, @Query() { source }: DeliveryQuery): DeliveryReceipt {
    return this.found(id, source).receipt;
  }

  @Get(':id/rejects')
  @ApiOperation({
    operationId: 'listDeliveryRejects',
    summary: 'What was not taken of a delivery, one by one: file or table, row, column, and why.',
  })
  @Answers('DeliveryRejects')
  @ApiResponse({ status: 404, description: 'No such delivery was handed in by whoever asks.' })
  async rejects(@Param('id') id: string, @Query() { source, after, limit }: RejectsQuery): Promise<RejectsPage> {
    const { asked, receipt } = this.found(id, source);
    return receipt.rejects === undefined ? { items: [] } : rejectsPage(this.folder.rejectsOf(asked), after, limit);
  }

  /** A delivery that whoever asks may see; others are told what they would be told if it were not there. */
  private found(
    id: string,
    source: string | undefined,
  ): { readonly asked: HandedIn; readonly receipt: DeliveryReceipt } {
    const found = this.folder.receipt(id);
    const own = this.ownAlone();
    const isTheirs = found !== undefined && (own === undefined || found.asked.sentBy === own);
    if (!isTheirs || (source !== undefined && found.asked.source !== source))
      throw new Problem(404, 'There is no such delivery here; it is named in the answer that it was handed in with.');
    const { asked, receipt } = found;
    if (!this.taking.hasFailed(id)) return found;
    return { asked, receipt: { ...receipt, said: [DELIVERY_WORDS.notHandled[asked.language]] } };
  }

  /** Whose registrations alone are taken: of whoever reports as themselves their own, of an operator anybody's. */
  private ownAlone(): string | undefined {
    const grant = this.present.grant();
    return grant?.view === 'own' ? (grant.reader.organisation ?? '') : undefined;
  }

  private refuseCrowd(sentBy: string | undefined): void {
    const waiting = this.folder.waiting().filter((one) => one.sentBy === sentBy);
    if (waiting.length < MOST_WAITING) return;
    throw new Problem(429, `${MOST_WAITING} deliveries wait to be read already; hand this one in later.`, {
      kind: 'deliveries-waiting',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }

  private receipt(kept: HandedIn): DeliveryReceipt {
    return this.folder.receipt(kept.id)?.receipt ?? receiptOf(kept, { outcome: 'waiting', said: [] });
  }
}
