import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { handIn, handInPage, handInsPage } from './hand-in-page';
import { mend, mendPage } from './mend-page';
import { retract, retractionPage } from './retraction-page';
import { sourcePage } from './source-page';

/** What a source sees of what it sent, and where it mends its own. */
@Pages()
export class SourcesPages {
  constructor(private readonly site: Site) {}

  @PageAt('kilder/:organisation')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, sourcePage);
  }

  @PageAt('kilder/:organisation/afvist/:number')
  showRejected(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, mendPage);
  }

  @FormAt('kilder/:organisation/afvist/:number')
  mend(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, mend);
  }

  @PageAt('kilder/:organisation/indberet')
  showHandIns(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, handInsPage);
  }

  @PageAt('kilder/:organisation/indberet/:what')
  showHandIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, handInPage);
  }

  @FormAt('kilder/:organisation/indberet/:what')
  handIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, handIn);
  }

  @PageAt('kilder/:organisation/tilbage')
  askToRetract(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, retractionPage);
  }

  @FormAt('kilder/:organisation/tilbage')
  retract(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, retract);
  }
}
