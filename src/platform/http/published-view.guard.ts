import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { beyondPublished, type View } from '../../kernel/view';
import { Problem } from './problem';
import { problemOfFields } from './problem-of-fields';

/**
 * What a server in the published view answers, by operation: tables and charts, what they mean, and what sources and
 * operators need. Everything else (persons, lists, past moments, other definitions, decisions on reports) is for staff;
 * an operation that is new is so too until it stands here.
 */
export const PUBLISHED_OPERATIONS: ReadonlySet<string> = new Set([
  ...['readHealth', 'checkLiveness', 'checkReadiness', 'readMetrics'],
  ...['listContracts', 'readAsyncApi', 'readSchema', 'readSourceSchema', 'sendEvents'],
  ...['listIndicators', 'readResults', 'readCredits', 'listUnits', 'readProfile', 'exportReport'],
  ...['showFunnel', 'showControlChart', 'showTrend', 'showLevels', 'readCoverage', 'readTransitions'],
  ...['listReports', 'readReport', 'readReportContent'],
  ...['listMeasures', 'readMeasure', 'readMetadata', 'describeIndicator', 'describeSection'],
  ...['showPage', 'readPageStyle'],
]);

/** Says itself, on the page, what it could not use of a query. */
const SAYS_ITSELF = 'showPage';

/** In the published view, refuses what is for staff and what cuts cells as a reader likes. */
export class PublishedViewGuard implements CanActivate {
  constructor(private readonly view: View) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.view === 'exact') return true;
    const described = Reflect.getMetadata('swagger/apiOperation', context.getHandler()) as
      { readonly operationId?: string } | undefined;
    const operation = described?.operationId ?? '';
    if (!PUBLISHED_OPERATIONS.has(operation)) {
      throw new Problem(
        403,
        'This server shows the published view only, which has neither persons nor lists nor past moments: ask one ' +
          'that staff use (REHABSPOR_VIEW=exact).',
        { kind: 'exact-view-only' },
      );
    }
    if (operation === SAYS_ITSELF) return true;
    const faults = beyondPublished(context.switchToHttp().getRequest<Request>().query);
    if (faults.length > 0) throw problemOfFields(faults);
    return true;
  }
}
