import type { Day } from '../../kernel/day';
import type { OutcomeReason } from '../../kernel/decision';
import type { CivilState } from '../../kernel/pathway';

/** The first day in `from`..`last` on which the person was dead or had emigrated gives the reason; undefined: there is none. */
export function departureIn(states: readonly CivilState[], from: Day, last: Day): OutcomeReason | undefined {
  const departed = firstStanding(states, from, ({ state }) => state !== 'alive');
  if (departed === undefined || departed.from > last) return undefined;
  return departed.state === 'dead' ? 'DIED_IN_WINDOW' : 'EMIGRATED_IN_WINDOW';
}

/** The day on which the person died; of a death that was taken back before `from` nothing is known. */
export function dayOfDeath(states: readonly CivilState[], from: Day): Day | undefined {
  return firstStanding(states, from, ({ state }) => state === 'dead')?.from;
}

/** The first of the states meant that stands on `from` or a later day. */
function firstStanding(
  states: readonly CivilState[],
  from: Day,
  isMeant: (state: CivilState) => boolean,
): CivilState | undefined {
  return states.find((state, at) => {
    const next = states[at + 1]?.from;
    return isMeant(state) && (next === undefined || next > from);
  });
}
