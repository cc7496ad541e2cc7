import type { PersonKey } from '../../../kernel/clinical-event';
import type { IndicatorDecision } from '../../../kernel/decision';
import type { PathwayUnits } from '../../../kernel/unit';
import type { Cause } from './causes';
import { countedIn, type Counted, type View } from './counted';
import type { MovementTally } from './movement-tally';
import { pathwaysBefore } from './novelty';

/** A person as decided at a step. */
export interface Decided {
  readonly numbers: readonly PersonKey[];
  readonly decisions: readonly IndicatorDecision[];
  readonly units: readonly PathwayUnits[];
}

/** Where one cause leads; where it leads nowhere the array is the same as before. */
export interface Stretch {
  readonly cause: Exclude<Cause, 'new-patients' | 'organisations' | 'period'>;
  readonly persons: readonly Decided[];
}

const EVENT_STEPS: ReadonlySet<Cause> = new Set<Cause>(['late-events', 'corrections', 'retractions']);

/**
 * Gives every change on some persons' way from one report to another its one cause.
 *
 * From step to step nothing is lost and nothing counted twice: the first step is counted as the first report counts,
 * each change moves one decision from where it was to where it is, and after the last step the view changes too, first
 * the organisations, then the period.
 */
export function attribute(
  tally: MovementTally,
  start: readonly Decided[],
  stretches: readonly Stretch[],
  from: View,
  to: View,
): void {
  let counted = countedAt(start, from);
  for (const one of counted.values()) tally.addFrom(one);
  const isNew = newPathways(start, stretches);
  let persons = start;
  const move = (after: ReadonlyMap<Name, Counted>, causeOf: (name: Name) => Cause): void => {
    moveAll(tally, counted, after, causeOf);
    counted = after;
  };
  let view = from;
  for (const { cause, persons: next } of stretches) {
    if (cause === 'passing-time') view = { ...view, asOf: to.asOf };
    if (next === persons) continue;
    persons = next;
    move(countedAt(next, view), (name) => (EVENT_STEPS.has(cause) && isNew(name) ? 'new-patients' : cause));
  }
  if (to.organisations !== from.organisations) {
    move(countedAt(persons, { ...view, organisations: to.organisations }), () => 'organisations');
  }
  if (to.period.name !== from.period.name) move(countedAt(persons, to), () => 'period');
  for (const one of counted.values()) tally.addTo(one);
}

/** A decision's place: the person, the pathway and the indicator, in this order. */
type Name = string;

function countedAt(persons: readonly Decided[], view: View): ReadonlyMap<Name, Counted> {
  const all = new Map<Name, Counted>();
  for (const { numbers, decisions, units } of persons) {
    for (const decision of decisions) {
      const unit = units[decision.pathway - 1];
      const counted = unit === undefined ? undefined : countedIn(view, decision, unit);
      if (counted !== undefined) all.set(`${numbers[0]} ${decision.pathway} ${decision.indicator}`, counted);
    }
  }
  return all;
}

function moveAll(
  tally: MovementTally,
  before: ReadonlyMap<Name, Counted>,
  after: ReadonlyMap<Name, Counted>,
  causeOf: (name: Name) => Cause,
): void {
  for (const [name, counted] of before) tally.move(counted, after.get(name), causeOf(name));
  for (const [name, counted] of after) if (!before.has(name)) tally.move(undefined, counted, causeOf(name));
}

/** Tells of a decision whether nothing was known of its pathway at the earlier of the two moments. */
function newPathways(start: readonly Decided[], stretches: readonly Stretch[]): (name: Name) => boolean {
  const first = stretches.findIndex(({ cause }) => EVENT_STEPS.has(cause));
  const early = stretches[first - 1]?.persons ?? start;
  const events = stretches.filter(({ cause }) => EVENT_STEPS.has(cause));
  if (events.every(({ persons }) => persons === early)) return () => false;
  const before = pathwaysBefore(early);
  const known = new Map<string, number>();
  for (const persons of [early, ...events.map((stretch) => stretch.persons)]) {
    for (const person of persons) {
      const name = person.numbers[0] ?? '';
      known.set(name, Math.max(known.get(name) ?? 0, before(person)));
    }
  }
  return (name) => {
    const [person = '', pathway] = name.split(' ');
    return Number(pathway) > (known.get(person) ?? 0);
  };
}
