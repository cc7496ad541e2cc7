import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Response } from 'express';
import { ProblemPages } from '../platform/http/problem-pages';
import { PAGES } from './pages/pages';
import { ASSETS, ASSETS_AT } from './site/assets';
import { Site } from './site/site';
import { SiteProblemPages } from './site/site-problem-pages';

/** The pages people use. */
@Global()
@Module({
  controllers: [...PAGES],
  providers: [Site, { provide: ProblemPages, useClass: SiteProblemPages }],
  exports: [ProblemPages],
})
export class WebModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** What pages are made of is the same for everyone, so that no guard stands before it. */
  onModuleInit(): void {
    this.host.httpAdapter.useStaticAssets(ASSETS, {
      prefix: ASSETS_AT,
      index: false,
      redirect: false,
      setHeaders: keep,
    });
  }
}

/** What is asked for by its content may be kept for good, anything else for a day. */
function keep(response: Response): void {
  const isByContent = response.req.query['v'] !== undefined;
  response.setHeader('cache-control', isByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=86400');
}
