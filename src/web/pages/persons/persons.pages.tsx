import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OrganisationNames } from '../../../kernel/organisation-names';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import { findPage, findPosted } from './find-person';
import { personPage } from './person-page';
import { revealPosted } from './reveal';

/** Finding a person by number, and one person's pathways. */
@Pages()
export class PersonsPages {
  constructor(
    private readonly site: Site,
    private readonly names: OrganisationNames,
  ) {}

  @PageAt('personer')
  ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => {
      if (visit.may('findPerson')) return findPage(visit);
      return visit.reader === undefined ? { to: '/sign-in?to=/personer' } : problemPage(visit, 403, {});
    });
  }

  @FormAt('personer')
  find(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, findPosted);
  }

  @PageAt('personer/:person')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => personPage(visit, this.names));
  }

  @FormAt('personer/:person')
  reveal(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, async (visit) =>
      personPage(visit, this.names, await revealPosted(visit, visit.params['person'] ?? '')),
    );
  }
}
