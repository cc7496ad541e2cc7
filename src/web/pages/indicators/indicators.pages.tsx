import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { casesPage } from './cases-page';
import { indicatorListPage } from './indicator-list-page';
import { indicatorPage } from './indicator-page';
import { indicatorSeriesPage } from './indicator-series-page';

/** What is measured: every indicator, one of them, what it did over time in a unit, and the patients behind a number. */
@Pages()
export class IndicatorsPages {
  constructor(private readonly site: Site) {}

  @PageAt('indikatorer')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, indicatorListPage);
  }

  @PageAt('indikatorer/:key')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, indicatorPage);
  }

  @PageAt('indikatorer/:key/udvikling')
  series(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, indicatorSeriesPage);
  }

  @PageAt('indikatorer/:key/patienter')
  cases(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, casesPage);
  }
}
