import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../platform/http/openapi/answers';
import { addDays, danishDay, isDay, type Day } from '../kernel/day';
import { Clock } from '../ports/clock';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { parsePeriod } from '../kernel/period';
import { isFixedPeriod } from '../kernel/view';
import { Present } from '../access/domain/present';
import { Settings } from '../platform/config/settings';
import { Problem } from '../platform/http/problem';
import { demoUsersPage } from './demo-users-page';
import { nationalPage } from './national-page';
import type { SignedIn } from './signed-in';

const HISTORICAL = ['2022-bridging', '2021/22'];

@ApiTags('web')
@Controller()
export class PageController {
  private readonly styles = readFileSync(join(__dirname, 'assets', 'page.css'), 'utf8');

  constructor(
    private readonly reports: IndicatorReports,
    private readonly clock: Clock,
    private readonly present: Present,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'showPage',
    summary: 'The national table as a page for people; what cannot be used of a query is said on the page.',
  })
  @ApiQuery({ name: 'period', required: false, type: String })
  @ApiQuery({ name: 'asOf', required: false, type: String })
  @ApiQuery({ name: 'lang', required: false, type: String, description: 'da or en; anything else is da.' })
  @Answers({ 'text/html': 'text' }, { description: 'The page.' })
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Query() query: Readonly<Record<string, unknown>>): Promise<string> {
    const today = danishDay(this.clock.now());
    const isAsOfGiven = typeof query['asOf'] === 'string' && query['asOf'] !== '';
    const { view } = this.reports.exit;
    const isAsOfSound = isAsOfGiven && isDay(query['asOf'] as string) && view === 'exact';
    const asOf = isAsOfSound ? (query['asOf'] as string) : today;
    const isPeriodGiven = typeof query['period'] === 'string' && query['period'] !== '';
    const parsed = isPeriodGiven ? parsePeriod(query['period'] as string) : undefined;
    const asked = parsed !== undefined && (view === 'exact' || isFixedPeriod(parsed)) ? parsed : undefined;
    const years = await this.reports.yearsDecided(asOf);
    const period = asked ?? parsePeriod(yearToShow(years, asOf));
    if (period === undefined) throw new Error('Every calendar year is a period.');
    const periods = [...new Set([...years, ...HISTORICAL, ...(view === 'exact' ? ['all'] : [])])];
    const fault = isAsOfGiven && !isAsOfSound ? 'day' : isPeriodGiven && asked === undefined ? 'period' : undefined;
    return nationalPage({
      language: query['lang'] === 'en' ? 'en' : 'da',
      report: await this.reports.report({ period, level: 'denmark', asOf }),
      periods: periods.includes(period.name) ? periods : [period.name, ...periods],
      ...(fault === undefined ? undefined : { fault }),
      signedIn: this.signedIn(),
    });
  }

  @Get('sign-in/demo')
  @ApiOperation({ operationId: 'chooseDemoUser', summary: 'The demo users of the built-in issuer as a page.' })
  @ApiQuery({ name: 'lang', required: false, type: String, description: 'da or en; anything else is da.' })
  @ApiResponse({ status: 404, description: 'An issuer is set.' })
  @Answers({ 'text/html': 'text' }, { description: 'The page.' })
  @Header('content-type', 'text/html; charset=utf-8')
  demoUsers(@Query('lang') lang: unknown): string {
    const signedIn = this.signedIn();
    if (!signedIn.isDemo) throw new Problem(404, 'Here an issuer is set: sign in at /sign-in.');
    return demoUsersPage(signedIn, lang === 'en' ? 'en' : 'da');
  }

  private signedIn(): SignedIn {
    const reader = this.present.grant()?.reader;
    const isDemo = this.settings.signIn.issuer === undefined;
    return reader === undefined || reader.subject === 'public' ? { isDemo } : { isDemo, name: reader.name };
  }

  @Get('assets/page.css')
  @ApiOperation({ operationId: 'readPageStyle', summary: 'The page’s style.' })
  @Answers({ 'text/css': 'text' }, { description: 'A style sheet.' })
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  style(): string {
    return this.styles;
  }
}

/** The latest year that is over and in which something was decided, else the latest with anything, else last year. */
function yearToShow(years: readonly string[], asOf: Day): string {
  const thisYear = addDays(asOf, 1).slice(0, 4);
  return years.find((year) => year < thisYear) ?? years[0] ?? String(Number(thisYear) - 1).padStart(4, '0');
}
