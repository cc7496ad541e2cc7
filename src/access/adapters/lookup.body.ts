import { ApiProperty } from '@nestjs/swagger';
import { readCpr } from '../../kernel/cpr';
import { IsTextThat } from '../../platform/http/checks';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { CPR_FORM } from '../../platform/http/text-forms';

export class LookupBody {
  @ApiProperty({ description: 'Ten digits, with or without the hyphen.' })
  @TakesCpr()
  @IsTextThat(
    'isCpr',
    (text) => readCpr(text) !== undefined,
    'must be a CPR number: ten digits that begin with a calendar day, DDMMYY',
    CPR_FORM,
  )
  cpr!: string;
}
