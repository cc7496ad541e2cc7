import type { CountedVersions } from '../counting/domain/counted-versions';
import type { Exit } from '../disclosure/domain/exit';
import type { FeedEventStore } from '../ports/feed-event-store';
import { CoverageReports } from './application/coverage-reports';
import { FeedTroubles } from '../reporting/domain/feed-troubles';
import { Population } from './application/population';
import { TransitionReports } from './application/transition-reports';

export interface TransitionPorts {
  readonly versions: CountedVersions;
  readonly feedEvents: FeedEventStore;
  readonly exit: Exit;
}

/** What is told of the ways between the sectors, and of whom nothing was reported. */
export function transitionsOver({ versions, feedEvents, exit }: TransitionPorts) {
  const { basis, counted } = versions.inForce;
  const population = new Population(counted, new FeedTroubles(feedEvents), basis, exit);
  return { transitions: new TransitionReports(population), coverage: new CoverageReports(population) };
}
