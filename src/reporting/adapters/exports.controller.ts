import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { ExportReport } from './export-report';
import { IndicatorReports } from '../application/indicator-reports';
import { ExportQuery } from './export.query';
import { contextOf, periodOf } from '../../platform/http/report.query';

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly reports: IndicatorReports,
    private readonly exporting: ExportReport,
    private readonly clock: Clock,
  ) {}

  @Get('report')
  @ApiOperation({
    operationId: 'exportReport',
    summary: 'The indicator table as a file: CSV, XLSX, JSON or FHIR R4; the same question gives the same bytes.',
  })
  @Answers({
    'text/csv': 'text',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'bytes',
    'application/json': 'Report',
    'application/fhir+json': 'FhirBundle',
  })
  async report(@Query() query: ExportQuery): Promise<StreamableFile> {
    const report = await this.reports.report({
      period: periodOf(query),
      level: query.level,
      context: contextOf(query),
      ...(query.interval === undefined ? undefined : { interval: query.interval }),
      ...viewpointOf(query, this.clock),
    });
    const { name, contentType, content } = await this.exporting.write(report, query.format, query.lang);
    return new StreamableFile(content, { type: contentType, disposition: `attachment; filename="${name}"` });
  }
}
