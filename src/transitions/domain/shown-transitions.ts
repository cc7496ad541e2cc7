import type { ShownCount } from '../../disclosure/domain/shown-row';
import type { Distribution } from './distribution';
import { countReasons, reasonsTold } from './drop-out';
import { hideTransitions, type RowName } from './hide-transitions';
import { HANDOVER_STATES, type HandoverState } from './handover-state';
import { ENDINGS, TROUBLES, type Ending, type TransitionCounts } from './tally';
import type { TransitionTables } from './transitions';

/** The counts of a row as people see them: null where hidden, as is whatever would tell a hidden count. */
export interface ShownTransitions extends Readonly<Record<HandoverState, ShownCount>> {
  readonly referred: ShownCount;
  readonly startedThere: ShownCount;
  readonly startedInAnother: ShownCount;
  readonly unknownReasons: Readonly<Record<(typeof TROUBLES)[number], ShownCount>>;
  readonly endings: Readonly<Record<Ending, ShownCount>>;
  readonly daysToStart: Distribution | null;
  readonly daysToEnd: Distribution | null;
  /** Why patients stopped; reasons of few patients are under `other`. */
  readonly dropOut: readonly { readonly reason: string; readonly count: ShownCount }[];
  readonly unreferred: ShownCount;
}

/** Gives the rows of counted transitions as they may be shown under a threshold of small numbers. */
export function shownTransitions(counted: TransitionTables, threshold: number): (row: RowName) => ShownTransitions {
  const reasons = reasonsTold(counted.total.dropOut, threshold);
  const isHidden = hideTransitions(counted, reasons, threshold);
  return (name) => {
    const counts = countsOf(counted, name);
    const show = (item: string, count: number): ShownCount => (isHidden(name, item) ? null : count);
    const days = (item: string, distribution: Distribution): Distribution | null =>
      isHidden(name, item) || (distribution.n > 0 && distribution.n < threshold) ? null : distribution;
    const given = countReasons(counts.dropOut, reasons);
    return {
      referred: show('referred', counts.referred),
      ...(Object.fromEntries(HANDOVER_STATES.map((one) => [one, show(one, counts[one])])) as Record<
        HandoverState,
        ShownCount
      >),
      startedThere: show('startedThere', counts.startedThere),
      startedInAnother: show('startedInAnother', counts.startedInAnother),
      unknownReasons: Object.fromEntries(
        TROUBLES.map((one) => [one, show(`unknownReasons.${one}`, counts.unknownReasons[one])]),
      ) as ShownTransitions['unknownReasons'],
      endings: Object.fromEntries(
        ENDINGS.map((one) => [one, show(`endings.${one}`, counts.endings[one])]),
      ) as ShownTransitions['endings'],
      daysToStart: days('startedThere', counts.daysToStart),
      daysToEnd: days('ended', counts.daysToEnd),
      dropOut: reasons
        .map((reason) => ({ reason, count: show(`dropOut.${reason}`, given.get(reason) ?? 0) }))
        .filter(({ count }) => count !== 0),
      unreferred: show('unreferred', counts.unreferred),
    };
  };
}

function countsOf(
  { pairs, hospitals, municipalities, total, nothing }: TransitionTables,
  name: RowName,
): TransitionCounts {
  const { hospital, municipality } = name;
  if (hospital === undefined && municipality === undefined) return total;
  if (hospital === undefined) return municipalities.get(municipality ?? '') ?? nothing;
  if (municipality === undefined) return hospitals.get(hospital) ?? nothing;
  return pairs.find((pair) => pair.hospital === hospital && pair.municipality === municipality) ?? nothing;
}
