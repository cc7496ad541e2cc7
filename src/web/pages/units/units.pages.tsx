import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { unitListPage } from './unit-list-page';
import { unitPage } from './unit-page';

/** The units that are counted, and the profile of each. */
@Pages()
export class UnitsPages {
  constructor(private readonly site: Site) {}

  @PageAt('enheder')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, unitListPage);
  }

  @PageAt('enheder/:unit')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, unitPage);
  }
}
