import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsTextThat } from '../../platform/http/checks';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/** Who takes a step, and why. */
export class StepBody {
  @ApiProperty({ description: 'The name of the person.', example: 'Anna Holm' })
  @IsTextThat(
    'isName',
    (text) => text.trim() !== '' && text.length <= LONGEST_NAME,
    `must be a name of 1 to ${LONGEST_NAME} characters`,
  )
  by!: string;

  @ApiPropertyOptional({ description: 'Why.' })
  @IsOptional()
  @IsTextThat('isNote', (text) => text.length <= LONGEST_NOTE, `must be text of at most ${LONGEST_NOTE} characters`)
  note?: string;
}

/** A definition set that somebody puts forward. */
export class ProposalBody extends StepBody {
  @ApiProperty({ description: 'The definition set as YAML text, with a version of its own.' })
  @IsTextThat('isDefinitions', (text) => text.trim() !== '', 'must be the definition set as YAML text')
  definitions!: string;
}
