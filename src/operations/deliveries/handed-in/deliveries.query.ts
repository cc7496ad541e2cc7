import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant, IsTextThat, oneOf } from '../../../platform/http/checks';
import { NumberedPageQuery } from '../../../platform/http/page.query';
import { ORGANISATION_FORM } from '../../../platform/http/text-forms';

const FORM = new RegExp(ORGANISATION_FORM.pattern ?? '');
const EXTRACTS = ['incremental', 'full'] as const;
const YES_OR_NO = ['true', 'false'] as const;

/** Whose delivery, as a query says it. */
function IsWhose(): PropertyDecorator {
  const remedy = 'must be an organisation as it sends, such as hospital:<SOR> or municipality:<code>';
  return applyDecorators(
    ApiPropertyOptional({
      description:
        'Whose delivery: oneself, which everybody says but an operator; and who reports, where the files do not say.',
      example: 'municipality:0461',
    }),
    IsOptional(),
    IsTextThat('isSource', (text) => FORM.test(text) && text.length <= 200, remedy, ORGANISATION_FORM),
  );
}

/** Whose delivery is asked for. */
export class DeliveryQuery {
  @IsWhose()
  source?: string;
}

/** How a delivery is taken. */
export class SendDeliveryQuery extends DeliveryQuery {
  @ApiPropertyOptional({
    enum: EXTRACTS,
    default: 'incremental',
    description: 'full: what a source in the delivery no longer has is retracted; incremental: it stays.',
  })
  @IsOptional()
  @IsIn(EXTRACTS, oneOf(EXTRACTS))
  extract: (typeof EXTRACTS)[number] = 'incremental';

  @ApiPropertyOptional({
    description: 'When the delivery was drawn, which dates what the format does not date; default: now.',
    example: '2024-06-01T06:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  extracted?: string;

  @ApiPropertyOptional({
    enum: YES_OR_NO,
    default: 'false',
    description: 'true: retract even where that is more than a fifth of what a source delivered.',
  })
  @IsOptional()
  @IsIn(YES_OR_NO, oneOf(YES_OR_NO))
  acceptDeletions: (typeof YES_OR_NO)[number] = 'false';
}

/** Which rows and events that were not taken are asked for. */
export class RejectsQuery extends NumberedPageQuery {
  @IsWhose()
  source?: string;
}
