import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { FrozenReports, type Reproduction } from '../application/frozen-reports';
import type { FrozenContent } from '../domain/frozen/frozen-content';
import { doneOrProblem, noSuchReport, reportHead, type ReportHead } from './frozen-report.answer';
import { FreezeBody, StepBody, WithdrawBody } from './frozen-report.body';
import { periodOf } from '../../platform/http/report.query';

@ApiTags('reports')
@Controller('reports')
export class FrozenReportsController {
  constructor(
    private readonly reports: FrozenReports,
    private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'freezeReport',
    summary: 'Freezes the report of a period, all levels and contexts, as known at a moment (default: now).',
  })
  @Answers('FrozenReport', { status: 201 })
  async freeze(@Body() body: FreezeBody): Promise<ReportHead> {
    const { by, note, view, comments } = body;
    const done = await this.reports.freeze({
      period: periodOf(body),
      ...viewpointOf(body, this.clock),
      by,
      ...(view === undefined ? undefined : { view }),
      ...(note === undefined ? undefined : { note }),
      ...(comments === undefined ? undefined : { comments }),
    });
    return reportHead(doneOrProblem(done));
  }

  @Get()
  @ApiOperation({ operationId: 'listReports', summary: 'Every frozen report with its steps: who did what and when.' })
  @Answers('FrozenReportList')
  async list(): Promise<{ reports: ReportHead[] }> {
    return { reports: (await this.reports.list()).map(reportHead) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readReport', summary: 'A frozen report with its steps and tables.' })
  @Answers('FrozenReportInFull')
  @ApiResponse({ status: 404, description: 'There is no such report.' })
  async show(@Param('id') id: string): Promise<ReportHead & { content: FrozenContent }> {
    const report = await this.found(id);
    return { ...reportHead(report), content: JSON.parse(report.content) as FrozenContent };
  }

  @Get(':id/content')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'readReportContent',
    summary: 'The report as it was frozen, byte for byte: its SHA-256 is the digest.',
  })
  @Answers('FrozenContent')
  @ApiResponse({ status: 404, description: 'There is no such report.' })
  async content(@Param('id') id: string): Promise<string> {
    return (await this.found(id)).content;
  }

  @Get(':id/reproduce')
  @ApiOperation({
    operationId: 'reproduceReport',
    summary: 'Counts the report again from the events, under what it was frozen under, and compares.',
  })
  @Answers('Reproduction')
  @ApiResponse({ status: 404, description: 'There is no such report.' })
  async reproduce(@Param('id') id: string): Promise<Reproduction> {
    const reproduction = await this.reports.reproduce(id);
    if (reproduction === undefined) throw noSuchReport();
    return reproduction;
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveReport',
    summary: 'Approves a frozen report, by another person than froze it; it is counted again first.',
  })
  @Answers('FrozenReport')
  @ApiResponse({ status: 409, description: 'The same person, out of turn, or it is counted otherwise by now.' })
  async approve(@Param('id') id: string, @Body() body: StepBody): Promise<ReportHead> {
    return reportHead(doneOrProblem(await this.reports.advance(id, 'approved', body)));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @ApiOperation({ operationId: 'publishReport', summary: 'Publishes an approved report.' })
  @Answers('FrozenReport')
  @ApiResponse({ status: 409, description: 'It is not approved, or published already.' })
  async publish(@Param('id') id: string, @Body() body: StepBody): Promise<ReportHead> {
    return reportHead(doneOrProblem(await this.reports.advance(id, 'published', body)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawReport', summary: 'Withdraws a report and says why; it stays readable.' })
  @Answers('FrozenReport')
  @ApiResponse({ status: 409, description: 'It is withdrawn already.' })
  async withdraw(@Param('id') id: string, @Body() { by, reason }: WithdrawBody): Promise<ReportHead> {
    return reportHead(doneOrProblem(await this.reports.advance(id, 'withdrawn', { by, note: reason })));
  }

  private async found(id: string) {
    const report = await this.reports.find(id);
    if (report === undefined) throw noSuchReport();
    return report;
  }
}
