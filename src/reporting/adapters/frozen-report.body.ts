import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsTextThat } from '../../platform/http/checks';
import { NAME, NOTE } from '../domain/frozen/said';
import { PeriodQuery } from '../../platform/http/report.query';

const IsName = () => IsTextThat('isName', NAME.fits, NAME.remedy);
const IsNote = () => IsTextThat('isNote', NOTE.fits, NOTE.remedy);

/** Who freezes which period, seen from where. */
export class FreezeBody extends PeriodQuery {
  @ApiProperty({ description: 'Who freezes it.', example: 'Anna Holm' })
  @IsName()
  by!: string;

  @ApiPropertyOptional({ example: 'Årsrapport 2023' })
  @IsOptional()
  @IsNote()
  note?: string;
}

/** Who takes a step. */
export class StepBody {
  @ApiProperty({ description: 'Who does it.', example: 'Bo Lund' })
  @IsName()
  by!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsNote()
  note?: string;
}

/** Who withdraws a report, and why. */
export class WithdrawBody {
  @ApiProperty({ description: 'Who does it.', example: 'Bo Lund' })
  @IsName()
  by!: string;

  @ApiProperty({ example: 'Leverancen fra Region Nord manglede' })
  @IsNote()
  reason!: string;
}
