import { danishDay } from '../kernel/day';
import type { DefinitionSet } from '../kernel/definition';
import { digestOfJson } from '../kernel/digest';
import type { ChangeSource } from '../ports/change-source';
import type { Clock } from '../ports/clock';
import type { DecisionSource } from '../ports/decision-source';
import type { DecisionsByDefinition } from '../ports/decisions-by-definition';
import type { DefinitionBook } from '../ports/definition-book';
import type { ReadPosition } from '../ports/read-position';
import type { SetAsidePersons } from '../ports/set-aside-persons';
import type { Snapshots } from '../ports/snapshots';
import { COUNTING_LAW } from './application/count-person';
import { FillCasesByDefinition } from './application/fill-cases-by-definition';
import { LiveCases } from './application/live-cases';
import { ViewedCases } from './application/viewed-cases';
import { ViewedVersions } from './application/viewed-versions';
import type { RecordKeyOf } from './domain/keyed-count';
import type { ReportBasis } from './domain/report-basis';

export interface CountingPorts {
  readonly decisionsAt: DecisionSource;
  readonly decisionsByDefinition: DecisionsByDefinition;
  readonly definitionBook: DefinitionBook;
  readonly position: ReadPosition;
  readonly clock: Clock;
  readonly setAside: SetAsidePersons;
  readonly recordKeyOf: RecordKeyOf;
  /** What reports are counted under, and the set the program comes with. */
  readonly basis: ReportBasis;
  readonly builtIn: DefinitionSet;
}

/** What the live cases follow in a program that goes on running. */
export interface Following {
  readonly changes: ChangeSource;
  readonly snapshots: Snapshots;
  /** Resolves once decisions stand as of today's day; where others see to that, at once. */
  readonly upToDate: () => Promise<unknown>;
}

/** Everyone's decisions in columns; each viewpoint costs one pass over everyone, but for live cases. */
export function countingOver(ports: CountingPorts, live?: LiveCases, law = COUNTING_LAW) {
  const { decisionsAt, decisionsByDefinition, definitionBook: book, basis, builtIn } = ports;
  const counted = new ViewedCases({ ...ports, source: decisionsAt, live }, keysOf(basis), law);
  return {
    counted,
    versions: new ViewedVersions({ decisions: decisionsByDefinition, book, inForce: { basis, counted }, builtIn }),
    casesByDefinition: new FillCasesByDefinition(decisionsByDefinition, ports.recordKeyOf),
  };
}

/** The current decisions, kept in memory and followed; whoever makes them closes them. */
export function liveCasesOver(
  { decisionsAt, clock, basis, setAside, recordKeyOf }: CountingPorts,
  following: Following,
  law = COUNTING_LAW,
): LiveCases {
  const ports = {
    source: decisionsAt,
    setAside,
    recordKeyOf,
    indicators: keysOf(basis),
    basis: digestOfJson({ set: basis.set, policy: basis.policy }),
    today: () => danishDay(clock.now()),
    ...following,
  };
  return new LiveCases(ports, law);
}

const keysOf = ({ set }: ReportBasis): string[] =>
  [...set.indicators].sort((a, b) => a.number - b.number).map(({ key }) => key);
