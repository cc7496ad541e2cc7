import type { AxisItem, CountAxis, ItemSet } from '../../disclosure/domain/count-axis';
import { countReasons } from './drop-out';
import { HANDOVER_STATES } from './handover-state';
import { ENDINGS, TROUBLES, type TransitionCounts } from './tally';

/** A count of a row, by the place it stands at. */
export interface TransitionItem extends AxisItem {
  readonly of: (counts: TransitionCounts) => number;
}

export interface TransitionAxis extends CountAxis {
  readonly items: readonly TransitionItem[];
}

/** Courses that have ended as municipalities say it; the days to the end are of these. */
const ENDED = ['completed', 'stopped', 'transferred', 'died'] as const;

/** The counts of a row and how their sums hang together, with the reasons that are told. */
export function transitionAxis(reasons: readonly string[]): TransitionAxis {
  const items: TransitionItem[] = [
    { key: 'referred', weight: 12, of: ({ referred }) => referred },
    ...HANDOVER_STATES.map((name) => ({
      key: name,
      weight: name === 'started' ? 8 : 3,
      of: (row: TransitionCounts) => row[name],
    })),
    { key: 'startedThere', weight: 4, of: ({ startedThere }) => startedThere },
    { key: 'startedInAnother', weight: 3, of: ({ startedInAnother }) => startedInAnother },
    { key: 'ended', weight: 3, of: ({ daysToEnd }) => daysToEnd.n },
    ...ENDINGS.map((name) => ({
      key: `endings.${name}`,
      weight: 2,
      of: ({ endings }: TransitionCounts) => endings[name],
    })),
    ...reasons.map((reason) => ({
      key: `dropOut.${reason}`,
      weight: 1,
      of: ({ dropOut }: TransitionCounts) => countReasons(dropOut, reasons).get(reason) ?? 0,
    })),
    ...TROUBLES.map((name) => ({
      key: `unknownReasons.${name}`,
      weight: 1,
      of: ({ unknownReasons }: TransitionCounts) => unknownReasons[name],
    })),
    { key: 'unreferred', weight: 1, of: ({ unreferred }) => unreferred },
  ];
  const placeOf = new Map(items.map(({ key }, at) => [key, at]));
  const placesOf = (...keys: readonly string[]): ItemSet => keys.map((key) => placeOf.get(key) as number);
  const there = ['referred', 'started', 'startedThere'];
  return {
    items,
    everyone: [],
    divisions: [
      [
        ...ENDED.filter((name) => name !== 'stopped').map((name) => placesOf(...there, 'ended', `endings.${name}`)),
        ...reasons.map((reason) => placesOf(...there, 'ended', 'endings.stopped', `dropOut.${reason}`)),
        placesOf(...there, 'endings.departed'),
        placesOf(...there, 'endings.ongoing'),
        placesOf('referred', 'started', 'startedInAnother'),
        ...TROUBLES.map((name) => placesOf('referred', 'unknown', `unknownReasons.${name}`)),
        ...(['excluded', 'elsewhere', 'open', 'lost'] as const).map((name) => placesOf('referred', name)),
        placesOf('unreferred'),
      ],
    ],
  };
}
