import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { schemeOf } from '../../kernel/organisation';
import { IsNote, IsTextThat } from '../../platform/http/checks';
import { ORGANISATION_FORM } from '../../platform/http/text-forms';
import { IsCprNumber } from './lookup.body';

export class AssertionBody {
  @IsCprNumber()
  cpr!: string;

  @ApiProperty({ description: 'Why one treats the person; it is kept for control.', example: 'Henvist pr. telefon' })
  @IsNote()
  reason!: string;
}

export class RevealBody {
  @ApiProperty({ description: 'Why the number is needed.', example: 'Fejl i registreringen meldt til hospitalet' })
  @IsNote()
  reason!: string;
}

export class ConsentBody {
  @ApiProperty({ description: 'Who may look, or may not.', example: 'municipality:0461' })
  @IsTextThat(
    'isOrganisation',
    (text) => schemeOf(text) !== undefined && text.length <= 200,
    'must be an organisation, such as municipality:0461 or hospital:330901000016003',
    ORGANISATION_FORM,
  )
  organisation!: string;

  @ApiProperty({ description: 'True: they may look. False: they may not, whatever else would let them.' })
  @IsBoolean()
  may!: boolean;
}
