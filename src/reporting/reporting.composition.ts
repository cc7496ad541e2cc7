import { FeedTroubles } from './domain/feed-troubles';
import type { CasesByDefinition } from '../counting/domain/cases-by-definition';
import type { CountedVersions } from '../counting/domain/counted-versions';
import type { Exit } from '../disclosure/domain/exit';
import type { ChangeDecomposition } from '../ports/change-decomposition';
import type { Clock } from '../ports/clock';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { ReportBook } from '../ports/report-book';
import type { UnitOfWork } from '../ports/unit-of-work';
import { ExplainMovement } from './application/explain-movement';
import { FrozenReports } from './application/frozen-reports';
import { IndicatorReports } from './application/indicator-reports';
import { ReportsByDefinition } from './application/reports-by-definition';

export interface ReportingPorts {
  readonly versions: CountedVersions;
  readonly casesByDefinition: CasesByDefinition;
  readonly decomposition: ChangeDecomposition;
  readonly reportBook: ReportBook;
  readonly feedEvents: FeedEventStore;
  readonly clock: Clock;
  readonly unit: UnitOfWork;
  readonly log: EventLog;
  readonly exit: Exit;
}

/** Reports as they are now, under any definitions, frozen, and why one says something else than another. */
export function reportingOver(ports: ReportingPorts, landed: () => Promise<unknown> = () => allLanded(ports)) {
  const { versions, casesByDefinition: decided, reportBook: book, clock, exit } = ports;
  const { basis, counted } = versions.inForce;
  const reports = new IndicatorReports(counted, basis, exit, new FeedTroubles(ports.feedEvents));
  return {
    reports,
    reportsByDefinition: new ReportsByDefinition(versions, reports),
    frozen: new FrozenReports({ book, decided, clock, basis, exit, landed }),
    movement: new ExplainMovement(ports.decomposition, exit),
  };
}

/** What was received before is folded and decided when this resolves. */
async function allLanded({ unit, log }: Pick<ReportingPorts, 'unit' | 'log'>): Promise<void> {
  await unit.run(() => Promise.resolve()); // Whatever was received before waits in front of this.
  await log.settled();
}
