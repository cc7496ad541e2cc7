import type { Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import { schemeText, type Organisation } from '../../kernel/organisation';
import type { PathwayWithJourney } from './pathway-with-journey';

/** How a referral was taken up. */
interface TakeUp {
  readonly on: Day;
  readonly municipality: Organisation;
  /** By what it is known: the start, or, where none was reported, the first intervention. */
  readonly by: 'start' | 'intervention';
  readonly course?: string;
  /** The patient was there already when the referral came. */
  readonly wasUnderWay: boolean;
}

/** How a course that took a referral up ended, as the municipality says it. */
interface EndOfCourse {
  readonly on: Day;
  readonly outcome: string;
  readonly reason?: string;
}

/** All that one hospital asked of one municipality within one pathway, from the first referral on. */
export interface Handover {
  readonly travelled: PathwayWithJourney;
  /** The hospital that refers, which need not be the index hospital. */
  readonly from: Organisation;
  /** The municipality referred to, which need not be that of residence. */
  readonly to: Organisation;
  readonly referredOn: Day;
  readonly takenUp?: TakeUp;
  readonly ended?: EndOfCourse;
}

/** True when an organisation is a municipality; others than these are not waited for here. */
export const isMunicipality = (organisation: Organisation): boolean => schemeText(organisation) === 'municipality';

/** The handovers of a pathway as far as they had come on the as-of day, ordered by their first referral. */
export function handoversOf(travelled: PathwayWithJourney, asOf: Day): Handover[] {
  const handovers = new Map<string, Handover>();
  const { indexDay, journey } = travelled;
  if (indexDay > asOf) return [];
  for (const { on, from, to } of journey.referrals ?? []) {
    const pair = `${from} ${to}`;
    if (on > asOf || !isMunicipality(to) || handovers.has(pair)) continue;
    const takenUp = takeUpOf(journey, to, on, asOf);
    const ended = takenUp === undefined ? undefined : endingOf(journey, takenUp, asOf);
    handovers.set(pair, {
      travelled,
      from,
      to,
      referredOn: on,
      ...(takenUp === undefined ? undefined : { takenUp }),
      ...(ended === undefined ? undefined : { ended }),
    });
  }
  return [...handovers.values()];
}

/**
 * What took a referral up: the first start on or after its day in the municipality referred to, else a course or
 * intervention going on there; only without any of these the first one in another municipality.
 */
function takeUpOf(journey: Journey, to: Organisation, referredOn: Day, asOf: Day): TakeUp | undefined {
  const known = takeUpsOf(journey, asOf);
  const after = known.filter(({ on }) => on >= referredOn);
  const there = ({ municipality }: TakeUp) => municipality === to;
  return after.find(there) ?? underWay(journey, known.filter(there), referredOn) ?? after[0];
}

/** Starts in order, then what was delivered by municipalities without one. */
function takeUpsOf({ starts = [], delivered = [] }: Journey, asOf: Day): TakeUp[] {
  const wasUnderWay = false;
  return [
    ...starts.map(({ on, municipality, course }): TakeUp => ({ on, municipality, by: 'start', course, wasUnderWay })),
    ...delivered.map(({ on, municipality }): TakeUp => ({ on, municipality, by: 'intervention', wasUnderWay })),
  ].filter(({ on }) => on <= asOf);
}

/** The latest of some earlier take-ups that had not ended when the referral came. */
function underWay(journey: Journey, earlier: readonly TakeUp[], referredOn: Day): TakeUp | undefined {
  const going = earlier.filter((takeUp) => {
    const ended = endingOf(journey, takeUp, referredOn);
    return takeUp.on < referredOn && ended === undefined;
  });
  const latest = going.at(-1);
  return latest === undefined ? undefined : { ...latest, wasUnderWay: true };
}

/** The last end by a day of what took a referral up: of the same course, or without a start of any there. */
function endingOf({ ends = [] }: Journey, { on, municipality, course }: TakeUp, by: Day): EndOfCourse | undefined {
  const last = ends.findLast(
    (end) =>
      end.municipality === municipality &&
      (course === undefined || end.course === course) &&
      end.on >= on &&
      end.on <= by,
  );
  if (last === undefined) return undefined;
  const { on: endedOn, outcome, reason } = last;
  return { on: endedOn, outcome, ...(reason === undefined ? undefined : { reason }) };
}
