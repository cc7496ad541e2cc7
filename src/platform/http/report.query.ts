import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsPeriod, IsTextThat } from './checks';
import { Problem } from './problem';
import { ViewpointQuery } from './viewpoint.query';
import { parsePeriod, PERIOD_FORMS, type Period } from '../../kernel/period';
import { INTERVAL_METHODS, type IntervalMethod } from '../../kernel/interval-method';
import { CONTEXTS, CONTEXTS_OF, LEVELS, usualContext, type Context, type Level } from '../../kernel/unit';

/** Which period is asked about, and from where. */
export class PeriodQuery extends ViewpointQuery {
  @ApiProperty({ description: PERIOD_FORMS, example: '2023' })
  @IsPeriod()
  period!: string;
}

/** Which units a table is about, and by which place pathways are counted there. */
export class ReportQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: LEVELS, default: 'denmark' })
  @IsIn(LEVELS)
  level: Level = 'denmark';

  @ApiPropertyOptional({
    enum: CONTEXTS,
    description:
      'By the index hospital (treated) or by residence on the index day (resident); default treated, by municipality ' +
      'resident. Hospitals are counted by treated only, municipalities by resident only.',
  })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;

  @ApiPropertyOptional({ enum: INTERVAL_METHODS, default: 'exact', description: 'Clopper–Pearson or Wilson.' })
  @IsOptional()
  @IsIn(INTERVAL_METHODS)
  interval?: IntervalMethod;
}

/** Results under any definition set there is. */
export class ResultsQuery extends ReportQuery {
  @ApiPropertyOptional({ description: 'Definition set and version; default the one in force.', example: 'dhrd-2023/2' })
  @IsOptional()
  @IsTextThat('isDefinition', (text) => text !== '', 'must be a definition set and version, such as dhrd-2023/2')
  definition?: string;
}

/** The context asked for, or the level's usual one; a problem that lists what there is when the two do not go together. */
export function contextOf({ level, context }: Pick<ReportQuery, 'level' | 'context'>): Context {
  if (context === undefined) return usualContext(level);
  if (CONTEXTS_OF[level].includes(context)) return context;
  throw new Problem(400, `By ${level} pathways are counted as ${CONTEXTS_OF[level].join(' or ')} only.`, {
    errors: [{ path: 'context', remedy: `must be ${CONTEXTS_OF[level].join(' or ')}` }],
  });
}

/** The period of a query that passed its check. */
export function periodOf({ period }: PeriodQuery): Period {
  const parsed = parsePeriod(period);
  if (parsed === undefined) throw new Error('This query did not pass its check.');
  return parsed;
}
