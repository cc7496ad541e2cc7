import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import { danishDay } from '../../kernel/day';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import type { DistributedStore } from '../distributed-store';

/** How many decisions were compared, and whose are not what the stored pathways say. */
export interface DecisionsVerified {
  readonly decisions: number;
  readonly differences: readonly string[];
  /** Who cannot be decided. */
  readonly setAside: readonly PersonSetAside[];
}

const PERSONS_AT_A_TIME = 500;

/** Decides everyone's stored pathways again, each as of the day it was decided on, and compares; keeps nothing. */
export async function verifyDecisions(
  rooms: Pick<DistributedStore, 'states' | 'decisions' | 'definitions' | 'indicators' | 'feedEvents' | 'law' | 'clock'>,
): Promise<DecisionsVerified> {
  const basisDigest = await rooms.indicators.basisDigest();
  const feeds = FeedCalendar.of(feedStatusesInForce(await rooms.feedEvents.all()));
  const differences: string[] = [];
  const setAside: PersonSetAside[] = [];
  let decisions = 0;
  for await (const persons of rooms.states.scan(PERSONS_AT_A_TIME)) {
    const stored = await rooms.decisions.load(persons.map(({ person }) => person));
    for (const folded of persons) {
      const found = stored.get(folded.person);
      const decidedOn = found?.decidedOn ?? danishDay(rooms.clock.now());
      const pure = () => {
        if (found === undefined) rooms.law.deadline(rooms.definitions, folded, feeds, decidedOn); // Nobody is decided without.
        return rooms.law.decide(rooms.definitions, folded, feeds, decidedOn);
      };
      const decided = attemptFor(folded.person, 'deciding', pure, (one) => void setAside.push(one));
      if (decided === undefined) {
        if (found !== undefined) differences.push(`${folded.person} cannot be decided but has decisions`);
      } else if (found === undefined) {
        differences.push(`${folded.person} has no decisions`);
      } else if (found.basisDigest === basisDigest) {
        decisions += decided.length;
        if (JSON.stringify(decided) !== JSON.stringify(found.decisions)) {
          differences.push(`${folded.person} has other decisions`);
        }
      }
    }
  }
  return { decisions, differences, setAside };
}
