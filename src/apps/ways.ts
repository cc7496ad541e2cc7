import { CoverageReports } from '../transitions/application/coverage-reports';
import type { CountedCases } from '../counting/application/counted-cases';
import { LookAtPopulation } from '../transitions/application/population';
import { TransitionReports } from '../transitions/application/transition-reports';
import { FeedCalendarTroubles } from './feed-calendar-troubles';
import { groundOf } from './ground';
import type { Rooms } from './rooms';

/** What is told of the ways between the sectors, over counted cases. */
export function waysOver(
  rooms: Rooms,
  counted: CountedCases,
): { readonly transitions: TransitionReports; readonly coverage: CoverageReports } {
  const troubles = new FeedCalendarTroubles(rooms.feedEvents);
  const population = new LookAtPopulation(counted, troubles, groundOf(rooms), rooms.settings.smallNumbers);
  return { transitions: new TransitionReports(population), coverage: new CoverageReports(population) };
}
