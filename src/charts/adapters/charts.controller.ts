import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Response } from 'express';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import type { Viewpoint } from '../../kernel/viewpoint';
import { Charts, type TrendQuestion } from '../application/charts';
import { CountedCases } from '../../counting/domain/counted-cases';
import type { PeriodStep } from '../../counting/domain/period-sequence';
import { indicatorAsked, unitAsked } from '../../platform/http/asked-for';
import { ControlQuery, FunnelQuery, LevelsQuery, TrendQuery, type ChartFormat } from './chart.query';
import { contextOf, periodOf } from '../../platform/http/report.query';
import { baselineAsked, seriesAsked } from './series-asked';
import { chartSvg, type Chart } from './svg/chart-svg';
import type { Language } from '../../kernel/language';

const MISSING = 'There is no such indicator or unit; the answer lists those there are.';

/** A chart as data or, when asked for, as a drawing. */
const chart = (schema: string) => ({ 'application/json': schema, 'image/svg+xml': 'text' });

@ApiTags('charts')
@Controller('charts')
export class ChartsController {
  constructor(
    private readonly charts: Charts,
    private readonly counted: CountedCases,
    private readonly clock: Clock,
  ) {}

  @Get('funnel')
  @ApiOperation({
    operationId: 'showFunnel',
    summary: 'The units of a level around what all are together, with exact 95 % and 99.8 % limits.',
    description: 'Shares are of decisions no source’s trouble touched; `touched` counts the others.',
  })
  @Answers(chart('FunnelChart'))
  @ApiResponse({ status: 404, description: MISSING })
  async funnel(@Query() query: FunnelQuery, @Res({ passthrough: true }) response: Response): Promise<Chart | string> {
    const indicator = indicatorAsked(this.charts.basis.set, query.indicator);
    const asked = { indicator, period: periodOf(query), level: query.level, context: contextOf(query) };
    return answer(response, query, await this.charts.funnel(asked, viewpointOf(query, this.clock)));
  }

  @Get('control')
  @ApiOperation({
    operationId: 'showControlChart',
    summary: 'One unit period by period with ± 3 SD from a frozen baseline: p chart or XmR, signals marked.',
    description:
      'Signals: a point outside, 8 on one side, 6 in one direction. Periods with silent sources are marked and stay; ' +
      'they enter neither baseline nor signals. A period is shown once it has ended by the as-of day.',
  })
  @Answers(chart('ControlChart'))
  @ApiResponse({ status: 404, description: MISSING })
  async control(@Query() query: ControlQuery, @Res({ passthrough: true }) response: Response): Promise<Chart | string> {
    const viewpoint = viewpointOf(query, this.clock);
    const series = await this.series(query, query.by ?? 'month', viewpoint);
    const baseline = baselineAsked(query.baseline, series.by);
    return answer(response, query, await this.charts.control({ ...series, kind: query.kind, baseline }, viewpoint));
  }

  @Get('trend')
  @ApiOperation({
    operationId: 'showTrend',
    summary: 'One unit’s share period by period with exact 95 % intervals, goal levels and changes sure at 99.8 %.',
    description:
      'A period is shown once it has ended by the as-of day; before that only those already met are decided.',
  })
  @Answers(chart('TrendChart'))
  @ApiResponse({ status: 404, description: MISSING })
  async trend(@Query() query: TrendQuery, @Res({ passthrough: true }) response: Response): Promise<Chart | string> {
    const viewpoint = viewpointOf(query, this.clock);
    const series = await this.series(query, query.by ?? 'year', viewpoint);
    return answer(response, query, await this.charts.trend(series, viewpoint));
  }

  @Get('levels')
  @ApiOperation({
    operationId: 'showLevels',
    summary: 'Goal level of every unit and indicator, with changes since the period before.',
  })
  @Answers(chart('LevelTable'))
  async levels(@Query() query: LevelsQuery, @Res({ passthrough: true }) response: Response): Promise<Chart | string> {
    const asked = { period: periodOf(query), level: query.level, context: contextOf(query) };
    return answer(response, query, await this.charts.levels(asked, viewpointOf(query, this.clock)));
  }

  private async series(query: TrendQuery, by: PeriodStep, viewpoint: Viewpoint): Promise<TrendQuestion> {
    const { basis } = this.charts;
    const indicator = indicatorAsked(basis.set, query.indicator);
    const days = seriesAsked(query, by, viewpoint.asOf);
    const { cases } = await this.counted.at(viewpoint);
    const level = unitAsked(basis.organisations, query.unit, (id) => cases.organisationNumber(id) > 0);
    const place = query.context === undefined ? { level } : { level, context: query.context };
    return { indicator, unit: query.unit, level, context: contextOf(place), by, ...days };
  }
}

function answer(
  response: Response,
  { format, lang, mark }: { readonly format: ChartFormat; readonly lang: Language; readonly mark?: string },
  chart: Chart,
): Chart | string {
  if (format === 'json') return chart;
  response.type('image/svg+xml');
  return chartSvg(chart, lang, mark);
}
