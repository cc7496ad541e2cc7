import { CoverageReports } from '../transitions/application/coverage-reports';
import type { CountedCases } from '../counting/domain/counted-cases';
import { Population } from '../transitions/application/population';
import { TransitionReports } from '../transitions/application/transition-reports';
import { FeedTroubles } from '../transitions/application/feed-troubles';
import { reportBasisOf } from './basis';
import type { Rooms } from './rooms';

/** What is told of the ways between the sectors, over counted cases. */
export function transitionsOver(
  rooms: Rooms,
  counted: CountedCases,
): { readonly transitions: TransitionReports; readonly coverage: CoverageReports } {
  const troubles = new FeedTroubles(rooms.feedEvents);
  const population = new Population(counted, troubles, reportBasisOf(rooms), rooms.settings.smallNumbers);
  return { transitions: new TransitionReports(population), coverage: new CoverageReports(population) };
}
