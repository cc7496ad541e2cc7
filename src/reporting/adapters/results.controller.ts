import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { ReportsByDefinition } from '../application/reports-by-definition';
import { sealed } from '../../counting/domain/sealed';
import { indicatorAsked, noSuchDefinition } from '../../platform/http/asked-for';
import type { Report, ReportedIndicator } from '../domain/report';
import { contextOf, periodOf, ResultsQuery } from '../../platform/http/report.query';

type ResultsAnswer = Omit<Report, 'indicators'> & { readonly indicator: ReportedIndicator | undefined };

@ApiTags('indicators')
@Controller('indicators')
export class ResultsController {
  constructor(
    private readonly reports: ReportsByDefinition,
    private readonly clock: Clock,
  ) {}

  @Get(':key/results')
  @ApiOperation({
    operationId: 'readResults',
    summary: 'One indicator counted for each unit of a level, with its interval, the unknown and the deciding sectors.',
  })
  @Answers('IndicatorResults')
  @ApiResponse({
    status: 404,
    description: 'There is no such indicator or definition set; the answer lists those there are.',
  })
  async results(@Param('key') key: string, @Query() query: ResultsQuery): Promise<ResultsAnswer> {
    const reports = await this.reports.under(query.definition);
    if (reports === undefined) throw noSuchDefinition(await this.reports.ids());
    const indicator = indicatorAsked(reports.basis.set, key);
    const { rows, indicators, ...report } = await reports.resultsOf(indicator.key, {
      period: periodOf(query),
      level: query.level,
      context: contextOf(query),
      ...(query.interval === undefined ? undefined : { interval: query.interval }),
      ...viewpointOf(query, this.clock),
    });
    return sealed({
      ...report,
      indicator: indicators.find((reported) => reported.key === indicator.key),
      rows,
    });
  }
}
