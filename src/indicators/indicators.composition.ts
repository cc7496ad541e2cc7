import type { Clock } from '../ports/clock';
import type { DecisionStore } from '../ports/decision-store';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { PathwayStateStore } from '../ports/pathway-state-store';
import type { PersonEventStore } from '../ports/person-event-store';
import type { UnitOfWork } from '../ports/unit-of-work';
import { DecideByDefinition } from './application/decide-by-definition';
import { DecidePersons } from './application/decide-persons';
import { DecisionsAt } from './application/decisions-at';
import { DecomposeChange } from './application/decompose-change';
import type { CompiledDefinitions } from './domain/compile';

export interface IndicatorPorts {
  readonly states: PathwayStateStore;
  readonly events: PersonEventStore;
  readonly decisions: DecisionStore;
  readonly feedEvents: FeedEventStore;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
}

/** The use cases that decide: as facts come, from any viewpoint, under any definitions, and step by step between two. */
export function indicatorsOver(ports: IndicatorPorts, definitions: CompiledDefinitions) {
  const { population } = definitions.set;
  return {
    indicators: new DecidePersons(definitions, ports),
    decisionsAt: new DecisionsAt(definitions, ports),
    decisionsByDefinition: new DecideByDefinition({ ...ports, population }),
    decomposition: new DecomposeChange(ports),
  };
}
