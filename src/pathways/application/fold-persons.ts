import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { Batch, EventLog, Message } from '../../ports/event-log';
import type { GonePerson, PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { FoldedGroup, PersonEventStore } from '../../ports/person-event-store';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { UnitOfWork } from '../../ports/unit-of-work';
import type { FoldedBy } from '../domain/folded-by';
import { FOLD_VERSION, foldPerson, type PersonEvents } from '../domain/fold';
import { foldEach, relationsIn } from '../domain/fold-group';
import { relationsOf } from '../domain/persons';
import { leftOut, mergedInto, pathwayChangeOf } from '../domain/told-change';
import { touchedPersons } from '../domain/touched';
import { gatherPersons } from './gather-persons';

const GROUPS_AT_A_TIME = 500;

type TraceOf = (key: PersonKey) => string | undefined;

export interface FoldingPorts {
  readonly events: PersonEventStore;
  readonly states: PathwayStateStore;
  readonly setAside: SetAsidePersons;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
}

/**
 * Keeps every person's pathways up to date with the clinical events.
 *
 * Whoever cannot be folded is set aside and stands nowhere: not with an earlier state either, which would depend on
 * how the events happened to be batched. Their events are appended all the same, so that nothing is lost; folded
 * again, they are folded from all of them.
 */
export class FoldPersons {
  private readonly events: PersonEventStore;
  private readonly states: PathwayStateStore;
  private readonly log: EventLog;

  constructor(
    private readonly ports: FoldingPorts,
    private readonly population: FoldedBy,
    private readonly foldOne = foldPerson,
  ) {
    ({ events: this.events, states: this.states, log: this.log } = ports);
  }

  /** Takes a batch of clinical events in: appends them, folds the persons they touch anew, tells what changed. */
  async handle({ messages }: Batch<'clinical-events'>): Promise<void> {
    const placed = messages.map(({ offset, value }) => ({ offset, event: value }));
    await this.events.append(placed);
    const traces = new Map(messages.map(({ key, trace }) => [key, trace]));
    const again = await this.ports.setAside.find(traces.keys());
    if (again.length > 0) await this.relateAnew(again.map(({ person }) => person));
    await this.relate(placed.map(({ event }) => event));
    await this.fold(
      traces.keys(),
      'facts',
      (key) => traces.get(key),
      messages.map(({ value }) => value),
    );
  }

  /** Once more for whoever is tried again, whose events may not have said then whom they relate. */
  private async relateAnew(persons: readonly PersonKey[]): Promise<void> {
    await this.relate(persons.flatMap(await this.events.load(persons)));
  }

  private async relate(events: readonly ClinicalEvent[]): Promise<void> {
    const relations = relationsIn(events);
    if (relations.length > 0) await this.events.relate(relations);
  }

  /**
   * Folds everyone anew when the population definition or the fold itself is another than the store was folded under;
   * resolves with how many keys that were. Stopped on the way and called again, it begins again.
   */
  async foldOutdated(onProgress?: (folded: number) => void): Promise<number> {
    const population = `${digestOfJson(this.population)}.${FOLD_VERSION}`;
    if ((await this.states.foldedUnder()) === population) return 0;
    let folded = 0;
    // A fresh store has nobody to fold, and is noted at once.
    for await (const groups of this.events.scan(GROUPS_AT_A_TIME)) {
      const keys = groups.flatMap((group) => group.keys);
      await this.ports.unit.run(() => this.fold(keys, 'definition'));
      folded += keys.length;
      onProgress?.(folded);
    }
    await this.states.noteFoldedUnder(population);
    return folded;
  }

  /** Folds whoever is set aside anew and has them decided again; resolves with how many keys that were. */
  async tryAgain(): Promise<number> {
    const keys = await this.ports.setAside.toTry(['folding', 'counting', 'explaining']);
    for (let at = 0; at < keys.length; at += GROUPS_AT_A_TIME) {
      const page = keys.slice(at, at + GROUPS_AT_A_TIME);
      await this.ports.unit.run(async () => {
        await this.relateAnew(page);
        await this.fold(page, 'facts');
      });
    }
    return keys.length;
  }

  /**
   * Folds the persons behind the keys anew, and all related ones that what arrived can have made others; all of them
   * where nothing is said of that. Keys of one person may be in other processes' care: groups that another has added to
   * meanwhile are folded again, so that the last to write has seen everything.
   */
  async fold(
    keys: Iterable<PersonKey>,
    cause: PathwayChange['cause'],
    traceOf?: TraceOf,
    arrived?: readonly ClinicalEvent[],
  ): Promise<void> {
    let known = arrived;
    for (let left: readonly PersonKey[] = [...keys]; left.length > 0;) {
      left = await this.events.overtaken(await this.foldTogether(left, cause, traceOf, known));
      known = undefined; // What others added meanwhile is not among it.
    }
  }

  private async foldTogether(
    keys: readonly PersonKey[],
    cause: PathwayChange['cause'],
    traceOf: TraceOf | undefined,
    arrived?: readonly ClinicalEvent[],
  ): Promise<readonly FoldedGroup[]> {
    const { groups, eventsOf, losing, changes: greatest } = await gatherPersons(this.events, keys);
    const states: PathwayState[] = [];
    const gone: GonePerson[] = [];
    const changes: PathwayChange[] = [];
    const setAside: PersonSetAside[] = [];
    const settled: PersonKey[] = [];
    const arrivedOf = arrived === undefined ? undefined : byPerson(arrived);
    const asideBefore = await this.asideAmong(groups.flatMap((group) => (group.keys.length > 1 ? group.keys : [])));
    const traced = new Map<PersonKey, string>();
    for (const { keys: group, seen: eventCount, elsewhere } of groups) {
      const trace = group.map((key) => traceOf?.(key)).find((one) => one !== undefined);
      if (trace !== undefined) for (const key of group) traced.set(key, trace);
      // Where one was set aside, nobody's result says what it was before; nor does what came say who loses a record.
      const isKnown = arrivedOf !== undefined && !group.some((key) => asideBefore.has(key) || losing.has(key));
      const news = isKnown ? group.flatMap((key) => arrivedOf.get(key) ?? []) : undefined;
      const outcomes = foldEach(
        { keys: group, eventsOf, elsewhere },
        (person) => this.folded(person, eventCount, cause),
        (persons) => (news === undefined ? persons : touchedPersons(persons, news)),
      );
      for (const one of outcomes) {
        settled.push(...one.numbers);
        const { folded, change } = one.result === 'folded' ? one.folded : {};
        if (folded !== undefined) states.push({ folded, eventCount });
        if (change !== undefined) changes.push(change);
        if (one.result === 'set-aside') setAside.push(one.setAside);
        for (const number of folded === undefined ? one.numbers : await this.mergedNow(one.numbers, news)) {
          if (number === folded?.person) continue;
          gone.push({ person: number, eventCount });
          if (folded !== undefined) changes.push(mergedInto(number, folded.person, eventCount));
          else if (one.result === 'set-aside') changes.push(leftOut(number, eventCount, cause));
        }
      }
    }
    await this.states.replace(states, gone);
    await this.ports.setAside.settle(settled, setAside);
    await this.log.publish(
      'pathway-changes',
      changes.map((change) => messageOf(change, traced.get(change.person))),
    );
    // Last: broken off before, the same persons lose the record again.
    await this.events.keepGreatest(greatest);
    return groups;
  }

  private async asideAmong(keys: readonly PersonKey[]): Promise<ReadonlySet<PersonKey>> {
    if (keys.length === 0) return new Set();
    return new Set((await this.ports.setAside.find(keys)).map(({ person }) => person));
  }

  /** Throws whatever goes wrong with this person alone. */
  private folded(person: PersonEvents, eventCount: number, cause: PathwayChange['cause']) {
    const folded = this.foldOne(person, this.population);
    return { folded, change: pathwayChangeOf(folded, eventCount, person.numbers.length > 1 ? 'numbers' : cause) };
  }

  /** Which of a person's numbers may be persons of their own no longer: all where nothing is said of what arrived. */
  private async mergedNow(
    numbers: readonly PersonKey[],
    news: readonly ClinicalEvent[] | undefined,
  ): Promise<readonly PersonKey[]> {
    if (numbers.length === 1 || news === undefined) return numbers;
    const statuses = news.filter(({ kind }) => kind === 'person.status');
    if (statuses.length === 0) return [];
    const named = new Set([
      ...statuses.map(({ person }) => person),
      ...statuses.flatMap(relationsOf).map(({ other }) => other),
      ...(await this.states.load(numbers)).keys(),
    ]);
    return numbers.filter((number) => named.has(number));
  }
}

function byPerson(events: readonly ClinicalEvent[]): ReadonlyMap<PersonKey, readonly ClinicalEvent[]> {
  const all = new Map<PersonKey, ClinicalEvent[]>();
  for (const event of events) {
    addUnder(all, event.person, event);
  }
  return all;
}

function messageOf(change: PathwayChange, trace: string | undefined): Message<PathwayChange> {
  return { key: change.person, value: change, ...(trace === undefined ? undefined : { trace }) };
}
