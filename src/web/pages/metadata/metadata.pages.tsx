import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import { codesPage } from './codes-page';
import { dictionaryFile, dictionaryPage } from './dictionary-page';
import { metadataPage } from './metadata-page';
import { organisationsPage } from './organisations-page';
import { rulesPage } from './rules-page';

const PARTS = {
  datakatalog: dictionaryPage,
  koder: codesPage,
  regler: rulesPage,
  organisationer: organisationsPage,
  'datakatalog.csv': dictionaryFile,
} as const;

/** What is registered and what it means, open to everyone. */
@Pages()
export class MetadataPages {
  constructor(private readonly site: Site) {}

  @PageAt('metadata')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, metadataPage);
  }

  @PageAt('metadata/:part')
  part(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => {
      const part = visit.params['part'] ?? '';
      const isThere = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);
      return isThere(part) ? PARTS[part](visit) : problemPage(visit, 404, {});
    });
  }
}
