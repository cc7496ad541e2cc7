import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { transitionFile } from './transition-files';
import { transitionsPage } from './transitions-page';

/** Who is lost between hospital and municipality, and whether all patients are here. */
@Pages()
export class TransitionsPages {
  constructor(private readonly site: Site) {}

  @PageAt('overgange')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, transitionsPage);
  }

  @PageAt('overgange/:file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, transitionFile);
  }
}
