import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { readCpr } from '../../kernel/cpr';
import { IsTextThat } from '../../platform/http/checks';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { CPR_FORM } from '../../platform/http/text-forms';

/** The one field of a body in which a CPR number stands. */
export const IsCprNumber = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description: 'Ten digits, with or without the hyphen.' }),
    TakesCpr(),
    IsTextThat(
      'isCpr',
      (text) => readCpr(text) !== undefined,
      'must be a CPR number: ten digits that begin with a calendar day, DDMMYY',
      CPR_FORM,
    ),
  );

export class LookupBody {
  @IsCprNumber()
  cpr!: string;
}
