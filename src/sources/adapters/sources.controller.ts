import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { addMonths, danishDay } from '../../kernel/day';
import type { FindingCode } from '../../kernel/finding';
import { formatInstant } from '../../kernel/instant';
import type { Bilingual } from '../../kernel/language';
import { OrganisationNames } from '../../kernel/organisation-names';
import { FINDING_MEANING_WORDS } from '../../kernel/words/meanings';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { SourceAsked } from '../../platform/http/source-asked';
import { Clock } from '../../ports/clock';
import { ListOwnReports } from '../application/list-own-reports';
import { SourceOverview, type Overview } from '../application/source-overview';
import type { OwnReport } from '../domain/own-report';
import { OverviewQuery, OwnReportsQuery } from './sources.queries';

const USUAL_MONTHS = 12;

interface OverviewAnswer extends Overview {
  readonly name: string;
}

type ReportAnswer = Omit<OwnReport, 'receivedAt' | 'findings'> & {
  readonly receivedAt: string;
  readonly findings: readonly { readonly code: FindingCode; readonly text: Bilingual }[];
};

/** What a source sees of what it sent. */
@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(
    private readonly overview: SourceOverview,
    private readonly reports: ListOwnReports,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  @Get(':organisation/overview')
  @ApiOperation({
    operationId: 'readSourceOverview',
    summary:
      'What a source sent in a period of receipt: accepted, noted, refused and held back, found, and what its reports decided by indicator and outcome.',
  })
  @Answers('SourceOverview')
  @ApiResponse({ status: 400, description: '`from` lies after `to`.' })
  async read(
    @Param('organisation', SourceAsked) source: string,
    @Query() query: OverviewQuery,
  ): Promise<OverviewAnswer> {
    const to = query.to ?? danishDay(this.clock.now());
    const from = query.from ?? addMonths(to, -USUAL_MONTHS);
    if (from > to) throw new Problem(400, '`from` must not lie after `to`.');
    return { ...(await this.overview.of(source, from, to)), name: this.names.of(source).da };
  }

  @Get(':organisation/events')
  @ApiOperation({
    operationId: 'listSourceEvents',
    summary:
      'What a source sent that was accepted, person by person: how it stands, what it is told, what it waits for and what it decided.',
  })
  @Answers('SourceEvents')
  async list(
    @Param('organisation', SourceAsked) source: string,
    @Query() { limit, after, ...question }: OwnReportsQuery,
  ): Promise<{ readonly items: readonly ReportAnswer[]; readonly next?: string }> {
    const { items, next } = await this.reports.page(source, question, limit, after);
    const shown = items.map(answerOf);
    return next === undefined ? { items: shown } : { items: shown, next };
  }
}

function answerOf({ receivedAt, findings, ...report }: OwnReport): ReportAnswer {
  return {
    ...report,
    receivedAt: formatInstant(receivedAt),
    findings: findings.map((code) => ({ code, text: FINDING_MEANING_WORDS[code] })),
  };
}
