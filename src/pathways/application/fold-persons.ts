import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import type { PopulationDefinition } from '../../kernel/definition';
import { journeyOf } from '../../kernel/journey';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { PersonPathways } from '../../kernel/pathway';
import type { Batch, EventLog, Message } from '../../ports/event-log';
import type { GonePerson, PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { FoldedGroup, PersonEventStore } from '../../ports/person-event-store';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { FOLD_VERSION, foldPerson } from '../domain/fold';
import { personsOf, relationsOf } from '../domain/persons';

const GROUPS_AT_A_TIME = 500;

type TraceOf = (key: PersonKey) => string | undefined;

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
  async handle({ messages }: Batch<'clinical-events'>): Promise<void> {
    const placed = messages.map(({ offset, value }) => ({ offset, event: value }));
    await this.events.append(placed);
    const relations = placed.flatMap(({ event }) => relationsOf(event));
    if (relations.length > 0) await this.events.relate(relations);
    const traces = new Map(messages.map(({ key, trace }) => [key, trace]));
    await this.fold(traces.keys(), 'facts', (key) => traces.get(key));
  }

  /**
   * Folds everyone anew when the population definition or the fold itself is another than the store was folded under;
   * resolves with how many keys that were. Stopped on the way and called again, it begins again.
   */
  async foldOutdated(onProgress?: (folded: number) => void): Promise<number> {
    const population = `${digestOfJson(this.population).toString(36)}.${FOLD_VERSION}`;
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

  /**
   * Folds the persons behind the keys and all related ones anew. Keys of one person may be in other processes' care:
   * groups that another has added to meanwhile are folded again, so that the last to write has seen everything.
   */
  async fold(keys: Iterable<PersonKey>, cause: PathwayChange['cause'], traceOf?: TraceOf): Promise<void> {
    for (let left: readonly PersonKey[] = [...keys]; left.length > 0;) {
      left = await this.events.overtaken(await this.foldOnce(left, cause, traceOf));
    }
  }

  private async foldOnce(
    keys: readonly PersonKey[],
    cause: PathwayChange['cause'],
    traceOf: TraceOf | undefined,
  ): Promise<FoldedGroup[]> {
    const groups = await this.events.groupsOf(keys);
    const eventsOf = await this.events.load(groups.flat());
    const states: PathwayState[] = [];
    const gone: GonePerson[] = [];
    const changes: PathwayChange[] = [];
    const foldedGroups: FoldedGroup[] = [];
    const traced = new Map<PersonKey, string>();
    for (const group of groups) {
      const trace = group.map((key) => traceOf?.(key)).find((one) => one !== undefined);
      if (trace !== undefined) for (const key of group) traced.set(key, trace);
      const eventCount = group.reduce((sum, key) => sum + eventsOf(key).length, 0);
      foldedGroups.push({ keys: group, eventCount });
      for (const person of personsOf(group, eventsOf)) {
        if (person.events.length === 0) {
          gone.push(...person.numbers.map((number) => ({ person: number, eventCount })));
          continue;
        }
        const folded = foldPerson(person, this.population);
        states.push({ folded, eventCount });
        changes.push(changeOf(folded, eventCount, person.numbers.length > 1 ? 'numbers' : cause));
        for (const number of person.numbers) {
          if (number === folded.person) continue;
          gone.push({ person: number, eventCount });
          changes.push(mergedInto(number, folded.person, eventCount));
        }
      }
    }
    await this.states.replace(states, gone);
    await this.log.publish(
      'pathway-changes',
      changes.map((change) => messageOf(change, traced.get(change.person))),
    );
    return foldedGroups;
  }
}

function messageOf(change: PathwayChange, trace: string | undefined): Message<PathwayChange> {
  return { key: change.person, value: change, ...(trace === undefined ? undefined : { trace }) };
}

function changeOf(
  { person, numbers, pathways, civilStates }: PersonPathways,
  position: number,
  cause: PathwayChange['cause'],
): PathwayChange {
  return {
    person,
    position,
    cause,
    numbers,
    pathways: pathways.map((pathway) => {
      const { number, indexDay, hospital, municipality } = pathway;
      return {
        number,
        indexDay,
        hospital,
        ...(municipality === undefined ? undefined : { municipality }),
        journey: journeyOf(pathway, civilStates),
      };
    }),
  };
}

function mergedInto(person: PersonKey, newest: PersonKey, position: number): PathwayChange {
  return { person, position, cause: 'numbers', numbers: [person], pathways: [], mergedInto: newest };
}
