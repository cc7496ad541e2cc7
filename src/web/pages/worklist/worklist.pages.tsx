import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { WORKLIST_PAGE_WORDS as WORDS } from '../../../kernel/words/worklists';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { say, type Visit } from '../../site/visit';
import { indicatorTitles } from '../persons/person-page';
import { worklistAsked, worklistChoices } from './worklist-choices';
import { worklistFile } from './worklist-file';
import { PAGE_SIZE, WorklistTable } from './worklist-table';

const MOST_ROWS = 1_000;

/** Patients for whom something can still be done, by everything that can be chosen together. */
@Pages()
export class WorklistPages {
  constructor(private readonly site: Site) {}

  @PageAt('arbejdsliste')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, worklistPage);
  }
}

async function worklistPage(visit: Visit): Promise<PageAnswer> {
  const titles = await indicatorTitles(visit);
  const isFile = visit.asked['format'] === 'csv';
  const page = { limit: isFile ? MOST_ROWS : PAGE_SIZE, from: isFile ? 0 : Number(visit.asked['from'] ?? 0) || 0 };
  const query = { ...worklistAsked(visit), ...page } as { sort?: 'deadline' };
  const asking = visit.api.GET('/api/v1/worklists', { params: { query } });
  const list = await answered(asking).catch((error: unknown) => {
    if (error instanceof ApiRefusal && (error.status === 400 || error.status === 404)) return undefined;
    throw error;
  });
  const { units } = await answered(visit.api.GET('/api/v1/units'));
  if (isFile && list !== undefined) return worklistFile(visit, list);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(list === undefined ? { status: 400 } : undefined),
    main: (
      <>
        {list === undefined ? <Alert kind="error">{say(visit, WORDS.badChoice)}</Alert> : undefined}
        <Choices visit={visit} choices={worklistChoices(visit, titles, units)} />
        {list === undefined ? undefined : <WorklistTable visit={visit} list={list} titles={titles} />}
      </>
    ),
  };
}
