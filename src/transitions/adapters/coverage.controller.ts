import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsOptional } from 'class-validator';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { CoverageReports, type CoverageReport } from '../application/coverage-reports';
import { CONTEXTS, LEVELS, type Context, type Level } from '../../kernel/unit';
import { contextOf, PeriodQuery, periodOf } from '../../platform/http/report.query';

class CoverageQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: LEVELS, default: 'denmark' })
  @IsIn(LEVELS)
  level: Level = 'denmark';

  @ApiPropertyOptional({ enum: CONTEXTS, description: 'By the index hospital (treated) or by residence (resident).' })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;
}

@ApiTags('coverage')
@Controller('coverage')
export class CoverageController {
  constructor(
    private readonly coverage: CoverageReports,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'readCoverage',
    summary:
      'Of how many patients known from LPR any rehabilitation was reported (dekningsgrad), by unit and in bands.',
  })
  @Answers('Coverage')
  async report(@Query() query: CoverageQuery): Promise<CoverageReport> {
    const context = contextOf(query);
    return this.coverage.report({
      period: periodOf(query),
      level: query.level,
      context,
      ...viewpointOf(query, this.clock),
    });
  }
}
