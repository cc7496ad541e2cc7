import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { VIEWS, type View } from '../../kernel/view';
import { IsNote, IsPersonName } from '../../platform/http/checks';
import { PeriodQuery } from '../../platform/http/report.query';

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
