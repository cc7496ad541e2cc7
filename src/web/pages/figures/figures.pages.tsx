import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tableFor } from '../../../kernel/table';
import { tableCsv } from '../../../platform/text/csv';
import { CHART_KINDS, chartColumns, chartRows } from '../../parts/chart-rows';
import { chartOf } from '../../parts/drawn-chart';
import type { PageAnswer } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import type { Visit } from '../../site/visit';

/** The numbers behind figures, as files. */
@Pages()
export class FiguresPages {
  constructor(private readonly site: Site) {}

  @PageAt('figurer/:file')
  numbers(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, numbersFile);
  }
}

/** A chart's numbers as a spreadsheet program in the language opens them, with headings and words in it. */
async function numbersFile(visit: Visit): Promise<PageAnswer> {
  const kind = CHART_KINDS.find((name) => `${name}.csv` === visit.params['file']);
  if (kind === undefined) return problemPage(visit, 404, {});
  const { lang: _, ...asked } = visit.asked;
  const chart = await chartOf(visit, kind, asked);
  const { language } = visit;
  return {
    name: `${kind}.csv`,
    type: 'text/csv; charset=utf-8',
    content: tableCsv(tableFor(language, kind, chartColumns(chart), chartRows(chart)), language),
  };
}
