import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { ProblemDocument } from '../../platform/http/problem';
import { ProblemPages } from '../../platform/http/problem-pages';
import { Site } from './site';

/** Shows problems as pages of the site to whoever asked for a page: a browser, outside the API. */
@Injectable()
export class SiteProblemPages extends ProblemPages {
  constructor(private readonly site: Site) {
    super();
  }

  override pageOf(problem: ProblemDocument, request: Request): string | undefined {
    const isOfPage = !/^\/(api|contracts|docs|health|metrics|assets)(\/|$)/i.test(request.path);
    if (!isOfPage || request.accepts(['application/json', 'html']) !== 'html') return undefined;
    return this.site.documentOf(problem, request);
  }
}
