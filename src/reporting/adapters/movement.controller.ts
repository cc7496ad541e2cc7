import type { Bilingual } from '../../kernel/language';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { FrozenReports } from '../application/frozen-reports';
import { ExplainMovement } from '../application/explain-movement';
import { rowSentence } from './text/movement-text';
import type { FrozenContent } from '../domain/frozen/frozen-content';
import type { Movement, MovementRow } from '../domain/movement/movement';
import type { Disclosed } from '../../disclosure/domain/disclosed';
import { noSuchReport } from './frozen-report.answer';
import { MovementQuery } from './movement.query';
import { contextOf } from '../../platform/http/report.query';

type MovementAnswer = Omit<Disclosed<Movement>, 'rows'> & {
  readonly rows: readonly (MovementRow & { readonly text: Bilingual })[];
};

@ApiTags('reports')
@Controller('reports')
export class MovementController {
  constructor(
    private readonly reports: FrozenReports,
    private readonly moved: ExplainMovement,
  ) {}

  @Get(':from/movement/:to')
  @ApiOperation({
    operationId: 'explainMovement',
    summary: 'Why one frozen report says something else than another: each change by its cause, adding up exactly.',
  })
  @Answers('Movement')
  @ApiResponse({ status: 404, description: 'There is no such report or indicator.' })
  async movement(
    @Param('from') fromId: string,
    @Param('to') toId: string,
    @Query() query: MovementQuery,
  ): Promise<MovementAnswer> {
    const context = contextOf(query);
    const [from, to] = await Promise.all([this.reports.find(fromId), this.reports.find(toId)]);
    if (from === undefined || to === undefined) throw noSuchReport();
    const { indicator } = query;
    if (indicator !== undefined) checkIndicator(indicator, [from.content, to.content]);
    const { rows, ...movement } = await this.moved.explain(from, to, { level: query.level, context });
    return {
      ...movement,
      rows: rows
        .filter((row) => indicator === undefined || row.indicator === indicator)
        .map((row) => ({ ...row, text: rowSentence(row) })),
    };
  }
}

function checkIndicator(asked: string, contents: readonly string[]): void {
  const all = contents.flatMap((content) => (JSON.parse(content) as FrozenContent).indicators);
  const keys = [...new Set(all.map(({ key }) => key))];
  if (!keys.includes(asked)) throw new Problem(404, `There is no such indicator; there is ${keys.join(', ')}.`);
}
