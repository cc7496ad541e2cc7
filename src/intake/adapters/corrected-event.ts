import type { RawBodyRequest } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import type { Request } from 'express';
import { readExactJson } from '../../kernel/exact-json';
import type { Receipt } from '../../kernel/receipt';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { languageAsked } from '../../platform/http/language-asked';
import { Problem } from '../../platform/http/problem';
import type { ResendRejected, Resent } from '../application/resend-rejected';
import type { EventChanges } from '../domain/kept-event';
import { writeJson } from '../../kernel/write-json';

/** A refused event as it is sent again. */
export class CorrectedEvent {
  @ApiPropertyOptional({
    description: 'The corrected event; without it the event goes in again as it was kept.',
    type: Object,
  })
  @TakesCpr()
  @IsOptional()
  @IsObject({ message: 'must be the corrected event, a JSON object' })
  event?: object;
}

/** A refused event as its own source sends it again: corrected as a whole or in part. */
export class CorrectedOwnEvent extends CorrectedEvent {
  @ApiPropertyOptional({
    description:
      'Instead of `event`: what of the event that was kept is replaced, members of its own and, in `data`, of its data; ' +
      'null takes one away, and what is not named stays as it came.',
    type: 'object',
    additionalProperties: true,
    example: { data: { code: 'BUG1' } },
  })
  @TakesCpr()
  @IsOptional()
  @IsObject({ message: 'must be what is to be replaced, a JSON object' })
  changes?: object;
}

interface Again {
  readonly request: RawBodyRequest<Request>;
  readonly corrected: CorrectedEvent | undefined;
  /** Only what this organisation sent. */
  readonly sentBy?: string;
}

/** Sends the refused event of a number, as an address has it, again; the receipt, or a `Problem` where nothing was sent. */
export async function sentAgain(
  resending: ResendRejected,
  number: string,
  { request, corrected, sentBy }: Again,
): Promise<Receipt> {
  if (!/^\d{1,16}$/.test(number)) return resentReceipt({ result: 'no-such-event' });
  const event = corrected?.event === undefined ? changesIn(request.rawBody) : correctedText(request.rawBody);
  const by = { language: languageAsked(request), ...(sentBy === undefined ? undefined : { sentBy }) };
  return resentReceipt(await resending.resend(Number(number), event, by));
}

/** The corrected event as it was written, but for blanks: parsed, it would lose digits that no double holds. */
function correctedText(body: Buffer | undefined): string {
  const { event } = readExactJson((body ?? '{}').toString()) as { readonly event?: unknown };
  return writeJson(event);
}

/** What is to be replaced of the kept event, with every digit of it; undefined where nothing is named. */
function changesIn(body: Buffer | undefined): EventChanges | undefined {
  const { changes } = readExactJson((body ?? '{}').toString()) as { readonly changes?: EventChanges };
  if (changes === undefined) return undefined;
  const { data } = changes;
  if (data === undefined || (typeof data === 'object' && data !== null && !Array.isArray(data))) return changes;
  throw new Problem(400, 'The fields to replace are no JSON object.', {
    errors: [{ path: 'changes.data', remedy: 'must be an object of fields' }],
  });
}

/** The receipt of what was sent again; a `Problem` where nothing was. */
function resentReceipt(resent: Resent): Receipt {
  switch (resent.result) {
    case 'no-such-event':
      throw new Problem(404, 'There is no refused event of this number in this list.');
    case 'resolved-before':
      throw new Problem(409, 'This event was sent again and taken in before; nothing is left to do.');
    case 'erased':
      throw new Problem(409, 'The key of the person this event is of was thrown away: what came can be read no more.');
    case 'no-object':
      throw new Problem(409, 'What came is no JSON object, so that nothing in it can be replaced: send `event` whole.');
    case 'answered':
      return resent.receipt;
  }
}
