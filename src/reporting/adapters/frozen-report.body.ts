import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { VIEWS, type View } from '../../kernel/view';
import { IsNote, IsPersonName } from '../../platform/http/checks';
import { PeriodQuery } from '../../platform/http/report.query';
import { COMMENT_KINDS, type CommentKind } from '../domain/frozen/comments';

const MOST_COMMENTS = 200;

/** What the registry writes beside an indicator. */
class CommentBody {
  @ApiProperty({ description: 'Key of the indicator.', example: 'diet' })
  @IsString({ message: 'must be the key of an indicator' })
  indicator!: string;

  @ApiProperty({ enum: COMMENT_KINDS })
  @IsIn(COMMENT_KINDS, { message: `must be one of ${COMMENT_KINDS.join(', ')}` })
  kind!: CommentKind;

  @ApiProperty({ example: 'Diæt bliver sjældent registreret uden BUG-kode.' })
  @IsNote()
  text!: string;
}

/** Who freezes which period, seen from where. */
export class FreezeBody extends PeriodQuery {
  @ApiPropertyOptional({
    enum: VIEWS,
    description: 'As what its counts are shown; default: as this server shows them.',
  })
  @IsOptional()
  @IsIn(VIEWS)
  view?: View;

  @ApiProperty({ description: 'Who freezes it.', example: 'Anna Holm' })
  @IsPersonName()
  by!: string;

  @ApiPropertyOptional({ example: 'Årsrapport 2023' })
  @IsOptional()
  @IsNote()
  note?: string;

  @ApiPropertyOptional({
    type: [CommentBody],
    maxItems: MOST_COMMENTS,
    description: 'What stands beside indicators; frozen with the report and sealed by its digest.',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list of {"indicator":…,"kind":…,"text":…}' })
  @ArrayMaxSize(MOST_COMMENTS, { message: `must have at most ${MOST_COMMENTS}` })
  @IsObject({ each: true, message: 'must be a list of {"indicator":…,"kind":…,"text":…}' })
  @ValidateNested({ each: true })
  @Type(() => CommentBody)
  comments?: CommentBody[];
}

/** Who takes a step. */
export class StepBody {
  @ApiProperty({ description: 'Who does it.', example: 'Bo Lund' })
  @IsPersonName()
  by!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsNote()
  note?: string;
}

/** Who withdraws a report, and why. */
export class WithdrawBody {
  @ApiProperty({ description: 'Who does it.', example: 'Bo Lund' })
  @IsPersonName()
  by!: string;

  @ApiProperty({ example: 'Leverancen fra Region Nord manglede' })
  @IsNote()
  reason!: string;
}
