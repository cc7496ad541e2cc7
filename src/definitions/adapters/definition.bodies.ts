import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsNote, IsPersonName, IsTextThat } from '../../platform/http/checks';

/** Who takes a step, and why. */
@ApiSchema({ name: 'ProposalStepBody' })
export class StepBody {
  @ApiProperty({ description: 'The name of the person.', example: 'Anna Holm' })
  @IsPersonName()
  by!: string;

  @ApiPropertyOptional({ description: 'Why.' })
  @IsOptional()
  @IsNote()
  note?: string;
}

/** A definition set that somebody puts forward. */
export class ProposalBody extends StepBody {
  @ApiProperty({ description: 'The definition set as YAML text, with a version of its own.' })
  @IsTextThat('isDefinitions', (text) => text.trim() !== '', 'must be the definition set as YAML text')
  definitions!: string;
}
