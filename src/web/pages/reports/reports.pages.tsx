import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { comparisonPage } from './comparison-page';
import { buildPage, freezeReport } from './build-page';
import { reportListPage } from './report-list-page';
import { reportPage, takeReportStep } from './report-page';
import { subscriptionsPage, tellSubscriptions } from './subscriptions-page';

/** Frozen reports: what there is, one of them, building one, comparing two, and subscriptions. */
@Pages()
export class ReportsPages {
  constructor(private readonly site: Site) {}

  @PageAt('rapporter')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, reportListPage);
  }

  @PageAt('rapporter/ny')
  build(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => buildPage(visit));
  }

  @FormAt('rapporter/ny')
  freeze(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, freezeReport);
  }

  @PageAt('rapporter/sammenlign')
  compare(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, comparisonPage);
  }

  @PageAt('rapporter/abonnementer')
  subscriptions(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => subscriptionsPage(visit));
  }

  @FormAt('rapporter/abonnementer')
  subscribe(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, tellSubscriptions);
  }

  @PageAt('rapporter/:id')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => reportPage(visit));
  }

  @FormAt('rapporter/:id')
  take(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, takeReportStep);
  }
}
