import { ApiProperty } from '@nestjs/swagger';
import { isCalendarDay } from '../../kernel/day';
import { IsTextThat } from '../../platform/http/checks';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { CPR_FORM } from '../../platform/http/text-forms';

/** The first year a seventh digit may stand for, by the digit, when the two-digit year is up to the number beside it. */
function yearOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year;
  return (year <= 57 ? 2000 : 1800) + year;
}

/** Ten digits that begin with a day that exists in its century (domain.md §6); a test holds it to intake's reading. */
export function looksLikeCpr(text: string): boolean {
  const [, day, month, year, seventh] = /^(\d\d)(\d\d)(\d\d)-?(\d)\d{3}$/.exec(text) ?? [];
  return day !== undefined && isCalendarDay(yearOf(Number(seventh), Number(year)), Number(month), Number(day));
}

export class LookupBody {
  @ApiProperty({ description: 'Ten digits, with or without the hyphen.' })
  @TakesCpr()
  @IsTextThat(
    'isCpr',
    looksLikeCpr,
    'must be a CPR number: ten digits that begin with a calendar day, DDMMYY',
    CPR_FORM,
  )
  cpr!: string;
}
