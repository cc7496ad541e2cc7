import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Present } from '../../access/domain/present';
import { othersTurn } from '../../kernel/others-turn';
import type { Receipt } from '../../kernel/receipt';
import { BodyReader } from '../../platform/http/bodies/body-reader';
import { languageAsked } from '../../platform/http/language-asked';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { ReceiveEvents } from '../application/receive-events';
import { ForeignSource } from '../domain/foreign-source';
import { readEventBody } from './event-body';
import { notYours, WHOLE } from './events.controller';
import { IntakeLimits } from './intake-limits';

/** Says what events would be answered, before they are sent. */
@ApiTags('sources')
@Controller('events/check')
export class CheckEventsController {
  constructor(
    private readonly intake: ReceiveEvents,
    private readonly limits: IntakeLimits,
    private readonly reader: BodyReader,
    private readonly present: Present,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkEvents',
    summary: 'Answers events with the receipts they would get if none had come before; takes nothing in.',
  })
  @Answers('Receipts')
  @ApiConsumes(...WHOLE)
  @ApiHeader({ name: 'accept-language', required: false, description: 'What receipts are written in: da or en.' })
  @ApiBody({ schema: { description: 'CloudEvents 1.0; see /contracts. One, or an array of them.' } })
  @ApiResponse({ status: 400, description: 'The body as a whole cannot be read.' })
  @ApiResponse({ status: 403, description: 'An event names another source than whoever asks.' })
  @ApiResponse({ status: 408, description: 'The body did not arrive in time.' })
  @ApiResponse({ status: 413, description: 'The body is too large to be read as a whole.' })
  @ApiResponse({ status: 415, description: 'Another content type or encoding.' })
  async check(@Req() request: Request): Promise<Receipt[]> {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!WHOLE.includes(type)) throw new Problem(415, `Send events as one of ${WHOLE.join(', ')}.`);
    const grant = this.present.grant();
    const asked = {
      receivedAt: 'clock',
      notes: 'of-the-person',
      language: languageAsked(request),
      ...(grant?.view === 'own' ? { sentBy: grant.reader.organisation ?? '' } : undefined),
    } as const;
    const receipts: Receipt[] = [];
    for (const { events } of await readEventBody(this.reader, request, this.limits)) {
      try {
        receipts.push(...(await this.intake.check(events, asked)));
      } catch (error) {
        throw error instanceof ForeignSource ? notYours(receipts.length + error.place) : error;
      }
      await othersTurn();
    }
    return receipts;
  }
}
