import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { definitionListPage } from './definition-list-page';
import { definitionPage } from './definition-page';
import { proposalPage } from './proposal-page';
import { takeProposalStep } from './proposal-steps';
import { propose } from './propose';

/** What the indicators mean, which versions of that there are, and how a change comes into force. */
@Pages()
export class DefinitionsPages {
  constructor(private readonly site: Site) {}

  @PageAt('definitioner')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, definitionListPage);
  }

  @PageAt('definitioner/ny')
  build(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => proposalPage(visit));
  }

  @FormAt('definitioner/ny')
  propose(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, propose);
  }

  @PageAt('definitioner/:set/:version')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => definitionPage(visit));
  }

  @FormAt('definitioner/:set/:version')
  take(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, takeProposalStep);
  }
}
