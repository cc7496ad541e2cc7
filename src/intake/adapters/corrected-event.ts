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
import { writeJson } from '../domain/write-json';

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
  const event = corrected?.event === undefined ? undefined : correctedText(request.rawBody);
  const by = { language: languageAsked(request), ...(sentBy === undefined ? undefined : { sentBy }) };
  return resentReceipt(await resending.resend(Number(number), event, by));
}

/** The corrected event as it was written, but for blanks: parsed, it would lose digits that no double holds. */
function correctedText(body: Buffer | undefined): string {
  const { event } = readExactJson((body ?? '{}').toString()) as { readonly event?: unknown };
  return writeJson(event);
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
    case 'answered':
      return resent.receipt;
  }
}
