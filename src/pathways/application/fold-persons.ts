import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import type { PopulationDefinition } from '../../kernel/definition';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { PersonPathways } from '../../kernel/pathway';
import type { Batch, EventLog } from '../../ports/event-log';
import type { PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { foldPerson } from '../domain/fold';
import { personsOf, relationsOf } from '../domain/persons';

const GROUPS_AT_A_TIME = 500;

/** Keeps every person's pathways up to date with the clinical events. */
export class FoldPersons {
  constructor(
    private readonly events: PersonEventStore,
    private readonly states: PathwayStateStore,
    private readonly log: EventLog,
    private readonly unit: UnitOfWork,
    private readonly population: PopulationDefinition,
  ) {}

  /** Takes a batch of clinical events in: appends them, folds the persons they touch anew, tells what changed. */
  async handle({ messages }: Batch<ClinicalEvent>): Promise<void> {
    const placed = messages.map(({ offset, value }) => ({ offset, event: value }));
    await this.events.append(placed);
    const relations = placed.flatMap(({ event }) => relationsOf(event));
    if (relations.length > 0) await this.events.relate(relations);
    await this.fold(new Set(placed.map(({ event }) => event.person)), 'facts');
  }

  /**
   * Folds everyone anew when the population definition is another than the store was folded under; resolves with how
   * many keys that were. Stopped on the way and called again, it begins again.
   */
  async foldOutdated(onProgress?: (folded: number) => void): Promise<number> {
    const population = digestOfJson(this.population).toString(36);
    if ((await this.states.foldedUnder()) === population) return 0;
    let folded = 0;
    // A fresh store has nobody to fold, and is noted at once.
    for await (const groups of this.events.scan(GROUPS_AT_A_TIME)) {
      const keys = groups.flatMap((group) => group.keys);
      await this.unit.run(() => this.fold(keys, 'definition'));
      folded += keys.length;
      onProgress?.(folded);
    }
    await this.states.noteFoldedUnder(population);
    return folded;
  }

  /** Folds the persons behind the keys and all related ones anew. */
  async fold(keys: Iterable<PersonKey>, cause: PathwayChange['cause']): Promise<void> {
    const groups = await this.events.groupsOf(keys);
    const eventsOf = await this.events.load(groups.flat());
    const states: PathwayState[] = [];
    const gone: PersonKey[] = [];
    const changes: PathwayChange[] = [];
    for (const group of groups) {
      const eventCount = group.reduce((sum, key) => sum + eventsOf(key).length, 0);
      for (const person of personsOf(group, eventsOf)) {
        if (person.events.length === 0) {
          gone.push(...person.numbers);
          continue;
        }
        const folded = foldPerson(person, this.population);
        states.push({ folded, eventCount });
        changes.push(changeOf(folded, eventCount, person.numbers.length > 1 ? 'numbers' : cause));
        for (const number of person.numbers) {
          if (number === folded.person) continue;
          gone.push(number);
          changes.push(mergedInto(number, folded.person, eventCount));
        }
      }
    }
    await this.states.replace(states, gone);
    await this.log.publish(
      'pathway-changes',
      changes.map((change) => ({ key: change.person, value: change })),
    );
  }
}

function changeOf(
  { person, numbers, pathways }: PersonPathways,
  position: number,
  cause: PathwayChange['cause'],
): PathwayChange {
  return {
    person,
    position,
    cause,
    numbers,
    pathways: pathways.map(({ number, indexDay, hospital, municipality }) => ({
      number,
      indexDay,
      hospital,
      ...(municipality === undefined ? undefined : { municipality }),
    })),
  };
}

function mergedInto(person: PersonKey, newest: PersonKey, position: number): PathwayChange {
  return { person, position, cause: 'numbers', numbers: [person], pathways: [], mergedInto: newest };
}
