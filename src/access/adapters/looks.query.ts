import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { parseInstant } from '../../kernel/instant';
import { IsInstant, IsTextThat } from '../../platform/http/checks';
import { LimitQuery } from '../../platform/http/page.query';
import { isPersonKey, PERSON_KEY_FORM } from '../../kernel/person-key-form';
import { PURPOSES, type Purpose } from '../domain/reader';

/** Nine digits: more looks than a store will have, and fewer than a CPR number has. */
const LAST_LOOK = 999_999_999;

/** How much of the looks at a person is asked for. */
export class LooksPageQuery extends LimitQuery {
  @ApiPropertyOptional({
    type: 'integer',
    description: '`next` of the page before.',
    minimum: 1,
    maximum: LAST_LOOK,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LAST_LOOK)
  before?: number;
}

/** Which looks are asked for. */
export class LooksQuery extends LooksPageQuery {
  @ApiPropertyOptional({ description: 'Only looks of this reader, by `subject`.', maxLength: 200 })
  @IsOptional()
  @MaxLength(200)
  subject?: string;

  @ApiPropertyOptional({ description: 'Only looks at this person, and at everyone.' })
  @IsOptional()
  @IsTextThat('isPersonKey', isPersonKey, 'must be a person key', {
    pattern: PERSON_KEY_FORM.source,
  })
  person?: string;

  @ApiPropertyOptional({
    description: 'Only looks for this organisation.',
    example: 'municipality:0461',
    maxLength: 200,
  })
  @IsOptional()
  @MaxLength(200)
  organisation?: string;

  @ApiPropertyOptional({ description: 'Only looks for this purpose.', enum: PURPOSES })
  @IsOptional()
  @IsIn(PURPOSES)
  purpose?: Purpose;

  @ApiPropertyOptional({
    type: String,
    description: 'Only looks from this moment on.',
    example: '2024-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, description: 'Only looks before this moment.', example: '2024-02-01T00:00:00Z' })
  @IsOptional()
  @IsInstant()
  until?: string;
}

/** Of which looks the unusual ones are asked for. */
export class UnusualLookingQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Of looks from this moment on; without it seven days before `until`.',
    example: '2024-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Of looks before this moment; without it until now.',
    example: '2024-01-08T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  until?: string;
}

/** A checked instant in milliseconds, where it is given. */
export const momentOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : parseInstant(instant);
