import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Problem } from '../../platform/http/problem';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { NationalReports } from '../application/national-reports';
import { periodOf, ReportQuery } from './report.query';

@ApiTags('indicators')
@Controller('indicators')
export class ResultsController {
  constructor(
    private readonly reports: NationalReports,
    private readonly clock: Clock,
  ) {}

  @Get(':key/results')
  @ApiOperation({
    summary: 'One indicator counted for each unit of a level, with the unknown and the deciding sectors.',
  })
  @ApiResponse({ status: 404, description: 'There is no such indicator.' })
  async results(@Param('key') key: string, @Query() query: ReportQuery): Promise<object> {
    const { set } = this.reports.ground;
    const indicator = set.indicators.find((definition) => definition.key === key);
    if (indicator === undefined) {
      const keys = set.indicators.map((definition) => definition.key).join(', ');
      throw new Problem(404, `There is no such indicator; there is ${keys}.`);
    }
    const { rows, indicators, ...report } = await this.reports.report({
      period: periodOf(query),
      level: query.level,
      ...viewpointOf(query, this.clock),
    });
    return {
      ...report,
      indicator: indicators.find((reported) => reported.key === key),
      rows: rows.filter((row) => row.indicator === key),
    };
  }
}
