import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CONTEXTS, LEVELS, type Context, type Level } from '../../kernel/unit';

/** Which numbers of two reports are compared. */
export class MovementQuery {
  @ApiPropertyOptional({ enum: LEVELS, default: 'denmark' })
  @IsIn(LEVELS)
  level: Level = 'denmark';

  @ApiPropertyOptional({
    enum: CONTEXTS,
    description: 'Where treated or where resident; default as usual for the level.',
  })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;

  @ApiPropertyOptional({ description: 'Only this indicator, by its key.', example: 'diet' })
  @IsOptional()
  indicator?: string;
}
