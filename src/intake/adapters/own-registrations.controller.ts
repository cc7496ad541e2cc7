import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { RegistrationStatus } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import { formatInstant } from '../../kernel/instant';
import type { Receipt } from '../../kernel/receipt';
import { languageAsked } from '../../platform/http/language-asked';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { SourceAsked } from '../../platform/http/source-asked';
import type { KeptRejection } from '../../ports/rejected-events';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ExplainRejected, type ExplainedFault } from '../application/explain-rejected';
import { ListRejected } from '../application/list-rejected';
import { OwnRegistrations } from '../application/own-registrations';
import { ReadRejected } from '../application/read-rejected';
import { ResendRejected } from '../application/resend-rejected';
import { RetractRegistration } from '../application/retract-registration';
import { ForeignSource } from '../domain/foreign-source';
import type { ShownEvent } from '../domain/kept-event';
import { CorrectedOwnEvent, sentAgain } from './corrected-event';
import { RegistrationsBody, RetractionBody } from './registrations.body';
import { OwnRejectedQuery } from './rejected.query';

/** How a registration stands. */
interface StandingRegistration {
  readonly kind: EventKind;
  readonly record: string;
  readonly event: string;
  readonly version: number;
  readonly status: RegistrationStatus;
}

/** A refused event with the reason in both languages. */
interface OwnRejection extends Partial<ExplainedFault> {
  readonly number: number;
  readonly receivedAt: string;
  readonly event?: string;
  readonly kind?: string;
  readonly record?: string;
  readonly faults?: readonly ExplainedFault[];
  readonly erased?: true;
}

/** What a source may mend of what it sent itself. */
@ApiTags('sources')
@Controller('sources')
export class OwnRegistrationsController {
  constructor(
    private readonly rejected: ListRejected,
    private readonly explaining: ExplainRejected,
    private readonly reading: ReadRejected,
    private readonly resending: ResendRejected,
    private readonly retracting: RetractRegistration,
    private readonly registrations: OwnRegistrations,
    private readonly metrics: ReceiptMetrics,
  ) {}

  @Get(':organisation/rejected')
  @ApiOperation({
    operationId: 'listOwnRejected',
    summary:
      'What was refused of a source’s events and waits to be corrected: why, in Danish and English, and by which rule.',
  })
  @Answers('OwnRejectedEvents')
  async list(
    @Param('organisation', SourceAsked) source: string,
    @Query() { after, limit, ...question }: OwnRejectedQuery,
  ): Promise<{ readonly items: readonly OwnRejection[]; readonly next?: number }> {
    const { items, next } = await this.rejected.page({ ...question, source }, after, limit);
    const shown = items.map((kept) => this.shown(kept));
    return next === undefined ? { items: shown } : { items: shown, next };
  }

  @Get(':organisation/rejected/:number')
  @ApiOperation({
    operationId: 'readOwnRejected',
    summary:
      'One refused event of a source with what it said, but for what looks like a CPR number, so that it can be mended.',
  })
  @Answers('OwnRejectedEvent')
  @ApiResponse({ status: 404, description: 'No refused event of this number of this source waits.' })
  async read(
    @Param('organisation', SourceAsked) source: string,
    @Param('number') number: string,
  ): Promise<OwnRejection & Partial<ShownEvent>> {
    const found = /^\d{1,16}$/.test(number) ? await this.reading.find(Number(number), source) : undefined;
    if (found === undefined) throw new Problem(404, 'There is no refused event of this number in this list.');
    return { ...this.shown(found.kept), ...found.shown };
  }

  @Post(':organisation/rejected/:number/resend')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resendOwnRejected',
    summary: 'Sends one’s own refused event again, as it was kept or corrected; answers with its receipt.',
  })
  @Answers('Receipt')
  @ApiBody({ type: CorrectedOwnEvent, required: false })
  @ApiResponse({ status: 403, description: 'The corrected event is of another source.' })
  @ApiResponse({ status: 404, description: 'There is no such refused event of this source.' })
  @ApiResponse({ status: 409, description: 'It was taken in already, or its person is erased.' })
  @ApiHeader({ name: 'accept-language', required: false, description: 'What the receipt is written in: da or en.' })
  async resend(
    @Param('organisation', SourceAsked) sentBy: string,
    @Param('number') number: string,
    @Req() request: RawBodyRequest<Request>,
    @Body() corrected?: CorrectedOwnEvent,
  ): Promise<Receipt> {
    return this.counted(await sentAgain(this.resending, number, { request, corrected, sentBy }).catch(asProblem));
  }

  @Post(':organisation/retractions')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'retractRegistration',
    summary: 'Takes back a registration of one’s own; another’s is none there is. Answers with the receipt.',
  })
  @Answers('Receipt')
  @ApiResponse({ status: 404, description: 'This source has sent no such registration.' })
  @ApiResponse({ status: 409, description: 'It was taken back before, or its person is erased.' })
  @ApiHeader({ name: 'accept-language', required: false, description: 'What the receipt is written in: da or en.' })
  async retract(
    @Param('organisation', SourceAsked) source: string,
    @Req() request: Request,
    @Body() { kind, record: recordId }: RetractionBody,
  ): Promise<Receipt> {
    const retracted = await this.retracting.retract({ source, kind, recordId }, languageAsked(request));
    switch (retracted.result) {
      case 'no-such-registration':
        throw new Problem(
          404,
          'This source has sent no such registration that was accepted. One takes back what one sent oneself alone; ' +
            'GET /api/v1/sources/{organisation}/events lists it.',
        );
      case 'retracted-before':
        throw new Problem(409, 'This registration was taken back before; nothing is left to do.');
      case 'erased':
        throw new Problem(
          409,
          'The person this registration is of was erased; nothing of it is counted by name any more.',
        );
      case 'answered':
        return this.counted(retracted.receipt);
    }
  }

  @Post(':organisation/registrations')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'readOwnRegistrations',
    summary:
      'How registrations of one’s own stand: the greatest event of each that was accepted, by its name and version.',
  })
  @Answers('OwnRegistrations')
  async standing(
    @Param('organisation', SourceAsked) source: string,
    @Body() { registrations }: RegistrationsBody,
  ): Promise<{ readonly items: readonly StandingRegistration[] }> {
    const greatest = await this.registrations.greatestOf(
      registrations.map(({ kind, record: recordId }) => ({ source, kind, recordId })),
    );
    const items = greatest.flatMap((event) => {
      if (event === undefined) return [];
      const { kind, recordId: record, id, version, status } = event;
      return [{ kind, record, event: id, version, status }];
    });
    return { items };
  }

  private counted(receipt: Receipt): Receipt {
    this.metrics.count([receipt]);
    return receipt;
  }

  private shown(kept: KeptRejection): OwnRejection {
    const { number, receivedAt, receipt, registration, erased } = kept;
    const faults = this.explaining.faultsOf(kept);
    return {
      number,
      receivedAt: formatInstant(receivedAt),
      ...(receipt.id === undefined ? undefined : { event: receipt.id }),
      ...(registration === undefined ? undefined : { kind: registration.kind, record: registration.recordId }),
      ...faults[0],
      ...(faults.length > 1 ? { faults } : undefined),
      ...(erased === undefined ? undefined : { erased }),
    };
  }
}

function asProblem(error: unknown): never {
  if (!(error instanceof ForeignSource)) throw error;
  throw new Problem(403, 'One corrects one’s own events alone; nothing was taken in.', {
    kind: 'foreign-source',
    errors: [{ path: 'event.source', remedy: 'must be the organisation you are signed in as' }],
  });
}
