import type { OrganisationNames } from '../kernel/organisation-names';
import type { Clock } from '../ports/clock';
import type { DecisionStore } from '../ports/decision-store';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { PathwayStateStore } from '../ports/pathway-state-store';
import type { PersonEventStore } from '../ports/person-event-store';
import type { Logger } from '../ports/logger';
import type { SetAsidePersons } from '../ports/set-aside-persons';
import type { UnitOfWork } from '../ports/unit-of-work';
import { DecideByDefinition } from './application/decide-by-definition';
import { DecidePersons } from './application/decide-persons';
import { DecisionsAt } from './application/decisions-at';
import { DecomposeChange } from './application/decompose-change';
import { UnreadColumns } from './application/unread-columns';
import { notesInLog } from './application/notes-of-set-aside';
import type { CompiledDefinitions } from './domain/compile';
import { PERSON_LAW } from './domain/person-law';

export interface IndicatorPorts {
  readonly states: PathwayStateStore;
  readonly events: PersonEventStore;
  readonly decisions: DecisionStore;
  readonly feedEvents: FeedEventStore;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly setAside: SetAsidePersons;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
}

/** The use cases that decide: as facts come, from any viewpoint, under any definitions, and step by step between two. */
export function indicatorsOver(
  ports: IndicatorPorts,
  definitions: CompiledDefinitions,
  names: OrganisationNames,
  law = PERSON_LAW,
) {
  const { population } = definitions.set;
  const setAside = notesInLog(ports.logger);
  const unread = new UnreadColumns(ports.logger);
  const columns = { states: ports.states, unread };
  return {
    indicators: new DecidePersons(definitions, { ...ports, unread }, law),
    decisionsAt: new DecisionsAt(definitions, { ...ports, columns }, law),
    decisionsByDefinition: new DecideByDefinition({ ...ports, columns, setAside, population }, law),
    decomposition: new DecomposeChange({ ...ports, setAside }, law),
    decisionWriter: law.writer(definitions, names),
  };
}
