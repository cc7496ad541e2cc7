import { addDays, earlierDay, type Day } from '../../kernel/day';
import type { PersonPathways } from '../../kernel/pathway';
import { sourcesOf } from './sources-in-trouble';
import type { CompiledDefinitions } from './compile';
import type { FeedCalendar } from './feed-calendar';
import { endOfSpan } from '../../kernel/span';

/**
 * The first day after `asOf` on which one of the person's decisions can change although no event arrives: a
 * window has closed, a fact or a civil state dated ahead begins to count, a pathway opens, or a source's trouble
 * grows. Undefined when time alone changes nothing any more.
 */
export function nextDeadline(
  definitions: CompiledDefinitions,
  person: PersonPathways,
  feeds: FeedCalendar,
  asOf: Day,
): Day | undefined {
  let deadline: Day | undefined;
  const consider = (day: Day | undefined): void => {
    if (day !== undefined && day > asOf && (deadline === undefined || day < deadline)) deadline = day;
  };
  const tomorrow = addDays(asOf, 1);
  for (const pathway of person.pathways) {
    consider(pathway.indexDay);
    let lastWindowEnd = pathway.indexDay;
    for (const indicator of definitions.indicators) {
      const windowEnd = endOfSpan(pathway.indexDay, indicator.definition.window);
      if (windowEnd > lastWindowEnd) lastWindowEnd = windowEnd;
      if (windowEnd < asOf) continue;
      consider(addDays(windowEnd, 1));
      for (const organisation of sourcesOf(indicator.definition, pathway)) {
        consider(feeds.firstTroubledDay(organisation, tomorrow, windowEnd));
      }
    }
    if (lastWindowEnd <= asOf) continue;
    for (const { on } of pathway.facts) consider(on);
    for (const { from } of person.civilStates) consider(earlierDay(from, addDays(lastWindowEnd, 1)));
  }
  return deadline;
}
