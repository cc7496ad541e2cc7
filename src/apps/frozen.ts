import { FillCasesByDefinition } from '../counting/application/fill-cases-by-definition';
import { FrozenReports } from '../reporting/application/frozen-reports';
import { ExplainMovement } from '../reporting/application/explain-movement';
import { reportBasisOf } from './basis';
import type { Rooms } from './rooms';

/** Frozen reports over the rooms of either mode; `landed` only where nothing is written is another. */
export function frozenReportsOf(rooms: Rooms, landed: () => Promise<unknown> = () => allLanded(rooms)): FrozenReports {
  const { reportBook, decisionsByDefinition, clock, settings } = rooms;
  return new FrozenReports({
    book: reportBook,
    decided: new FillCasesByDefinition(decisionsByDefinition),
    clock,
    basis: reportBasisOf(rooms),
    smallNumbers: settings.smallNumbers,
    landed,
  });
}

async function allLanded({ unit, log }: Rooms): Promise<void> {
  await unit.run(() => Promise.resolve()); // Whatever was received before waits in front of this.
  await log.settled();
}

/** What explains the difference between two reports. */
export const explainMovement = ({ decomposition }: Pick<Rooms, 'decomposition'>): ExplainMovement =>
  new ExplainMovement(decomposition);
