import type { PersonKey } from '../../kernel/clinical-event';
import type { FoldedBy } from '../../pathways/domain/folded-by';
import { digestOfJson } from '../../kernel/digest';
import { FoldPersons } from '../../pathways/application/fold-persons';
import type { foldPerson } from '../../pathways/domain/fold';
import { relationsIn } from '../../pathways/domain/fold-group';
import { CollectingLog } from '../../platform/memory/collecting-log';
import { MemorySetAside } from '../../platform/memory/memory-set-aside';
import type { PartitionBatch } from '../../ports/event-log';
import type { PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { hasTooMany, type Difference } from './differences';
import { addDigests, digestNumber } from './digest-sum';
import { DigestingStates, type FoldedDigest } from './digesting-states';
import { digestOfEvents, LoggedDigests, nameOfGroup, type EventsDigest } from './logged-digests';

/** What is folded into. */
export interface FoldTarget {
  readonly events: PersonEventStore;
  readonly states: PathwayStateStore;
}

/** Digests over every key's events, relations and state. */
export interface ReadBack {
  /** As they were logged and folded. */
  readonly computed: bigint;
  /** As they were read from the target. */
  readonly read: bigint;
  /** How many keys the two differ in. */
  readonly faults: number;
}

type OnProgress = (done: number) => void;

const GROUPS_AT_A_TIME = 500;
const KEYS_AT_A_TIME = 1_000;
/** Of many messages appended together, each person is written once. */
const MESSAGES_AT_ONCE = 50_000;

/**
 * States folded from the log into a target that nobody uses yet, and the digests of what should therefore be there:
 * every key's events and relations as they were logged, every state as it was folded. Nobody is told of anything.
 */
export class RebuiltStates {
  readonly logged = new LoggedDigests();
  /** Who could not be folded; they have no state, here as elsewhere. */
  readonly setAside = new MemorySetAside();
  private readonly states: DigestingStates;
  private readonly folding: FoldPersons;
  private readonly next = new Map<number, number>();
  private waiting = new Map<number, PartitionBatch<'clinical-events'>>();
  private waitingMessages = 0;

  constructor(
    private readonly target: FoldTarget,
    unit: UnitOfWork,
    population: FoldedBy,
    fold: typeof foldPerson,
  ) {
    this.states = new DigestingStates(target.states);
    const log = new CollectingLog(() => undefined);
    const { events } = target;
    this.folding = new FoldPersons(
      { events, states: this.states, setAside: this.setAside, log, unit },
      population,
      fold,
    );
  }

  /** Every state that should be in the target, in short. */
  get folded(): ReadonlyMap<PersonKey, FoldedDigest> {
    return this.states.folded;
  }

  /** Takes events in without folding anyone yet, which is quicker when everyone has many. */
  async append(batch: PartitionBatch<'clinical-events'>): Promise<void> {
    const { messages } = this.notedOf(batch);
    const before = this.waiting.get(batch.partition)?.messages ?? [];
    this.waiting.set(batch.partition, { ...batch, messages: [...before, ...messages] });
    this.waitingMessages += messages.length;
    if (this.waitingMessages >= MESSAGES_AT_ONCE) await this.flush();
  }

  private async flush(): Promise<void> {
    const { events } = this.target;
    for (const { messages } of this.waiting.values()) {
      await events.append(messages.map(({ offset, value }) => ({ offset, event: value })));
      const relations = relationsIn(messages.map(({ value }) => value));
      if (relations.length > 0) await events.relate(relations);
    }
    this.waiting = new Map();
    this.waitingMessages = 0;
  }

  /** Folds everyone whose events were appended; progress in keys. */
  async foldEveryone(onProgress: OnProgress): Promise<void> {
    await this.flush();
    await this.target.states.noteFoldedUnder(''); // Nobody in the target is folded yet.
    await this.folding.foldOutdated(onProgress);
  }

  /** Takes a batch in and folds whom it is about; resolves with their keys. */
  async handle(batch: PartitionBatch<'clinical-events'>): Promise<readonly PersonKey[]> {
    const fresh = this.notedOf(batch);
    if (fresh.messages.length > 0) await this.folding.handle(fresh);
    return fresh.messages.map(({ key }) => key);
  }

  /** What was not taken in before; it is from now on. */
  private notedOf(batch: PartitionBatch<'clinical-events'>): PartitionBatch<'clinical-events'> {
    const from = this.next.get(batch.partition) ?? 0;
    const messages = batch.messages.filter(({ offset }) => offset >= from);
    for (const message of messages) this.logged.add(message);
    const last = messages.at(-1);
    if (last !== undefined) this.next.set(batch.partition, last.offset + 1);
    return { ...batch, messages };
  }

  /** Reads the whole target and compares it with what should be there; progress in keys. */
  async readBack(onProgress: OnProgress): Promise<ReadBack> {
    const names = this.logged.groupNames();
    const seen = { read: 0n, faults: 0, keys: 0, states: 0 };
    for await (const groups of this.target.events.scan(GROUPS_AT_A_TIME)) {
      const page = await this.compare(groups, names);
      seen.read = addDigests(seen.read, page.read);
      seen.faults += page.faults;
      seen.keys += page.keys;
      seen.states += page.states;
      onProgress(seen.keys);
    }
    let computed = 0n;
    for (const key of this.logged.keys()) computed = addDigests(computed, this.digestOf(key, names));
    const missing = Math.abs(this.logged.size - seen.keys);
    const strangers = Math.abs((await this.target.states.count()) - seen.states);
    return { computed, read: seen.read, faults: seen.faults + missing + strangers };
  }

  /** How many of the keys, and of those related to them, are other in the target than they should be. */
  async faultsAmong(keys: Iterable<PersonKey>): Promise<number> {
    const groups = await this.target.events.groupsOf(keys);
    const eventsOf = await this.target.events.load(groups.flat());
    const { faults } = await this.compare(
      groups.map((group) => ({ keys: group, eventsOf })),
      this.logged.groupNames(),
    );
    return faults;
  }

  /** Counts the keys that the log knows and the states, and sums what was read. */
  private async compare(groups: readonly RelatedEvents[], names: ReadonlyMap<PersonKey, string>) {
    const stored = await this.target.states.load(groups.flatMap(({ keys }) => [...keys]));
    const seen = { read: 0n, faults: 0, keys: 0, states: stored.size };
    for (const { keys, eventsOf } of groups) {
      const name = keys.length === 1 ? undefined : nameOfGroup(keys);
      for (const key of keys) {
        const events = digestOfEvents(eventsOf(key));
        const state = inShort(stored.get(key));
        const digest = digestOfKey(key, events, state, name);
        if (digest !== this.digestOf(key, names)) seen.faults += 1;
        if (this.logged.of(key).count > 0) seen.keys += 1;
        if (events.count > 0 || state !== undefined) seen.read = addDigests(seen.read, digest);
      }
    }
    return seen;
  }

  private digestOf(key: PersonKey, names: ReadonlyMap<PersonKey, string>): bigint {
    return digestOfKey(key, this.logged.of(key), this.folded.get(key), names.get(key));
  }

  /** Keys whose events or relations in another store are not those that were logged. */
  async othersIn(events: PersonEventStore): Promise<readonly PersonKey[]> {
    const names = this.logged.groupNames();
    const unseen = new Set(this.logged.keys());
    const others: PersonKey[] = [];
    for await (const groups of events.scan(GROUPS_AT_A_TIME)) {
      for (const { keys, eventsOf } of groups) {
        const name = keys.length === 1 ? undefined : nameOfGroup(keys);
        for (const key of keys) {
          unseen.delete(key);
          const [here, there] = [this.logged.of(key), digestOfEvents(eventsOf(key))];
          const isSame = here.count === there.count && here.sum === there.sum && names.get(key) === name;
          if (!isSame) others.push(key);
        }
      }
    }
    return [...others, ...unseen];
  }

  /** Registrations, by name, that others share in another store, or that stand on another event there. */
  async otherRecordsIn(events: PersonEventStore): Promise<readonly string[]> {
    const [here, there] = [await this.target.events.sharings(), await events.sharings()];
    const records = [...new Set([...here.keys(), ...there.keys()])];
    const greatest = [await this.target.events.greatestOf(records), await events.greatestOf(records)];
    const isSame = (record: string): boolean => {
      const sharers = [here, there].map((one) => nameOfGroup(one.get(record) ?? []));
      const [ours, others] = greatest.map((one) => digestOfJson(one.get(record) ?? null));
      return sharers[0] === sharers[1] && ours === others;
    };
    return records.filter((record) => !isSame(record));
  }

  /** Keys whose state in another store lists hold otherwise than it says. */
  async misfiledIn(states: PathwayStateStore): Promise<readonly PersonKey[]> {
    const keys = [...this.logged.keys()];
    const misfiled: PersonKey[] = [];
    for (let at = 0; at < keys.length; at += KEYS_AT_A_TIME) {
      misfiled.push(...(await states.misfiled(keys.slice(at, at + KEYS_AT_A_TIME))));
    }
    return misfiled;
  }

  /** Keys whose state in another store is not the one folded here, those only there included. */
  async differencesFrom(other: PathwayStateStore, among?: ReadonlySet<PersonKey>): Promise<Difference[]> {
    const differences: Difference[] = [];
    const keys = [...(among ?? this.logged.keys())];
    for (let at = 0; at < keys.length; at += KEYS_AT_A_TIME) {
      const page = keys.slice(at, at + KEYS_AT_A_TIME);
      const there = await other.load(page);
      for (const key of page) {
        const [here, elsewhere] = [this.folded.get(key), inShort(there.get(key))];
        const difference = { key, here, elsewhere };
        // One of fewer events gives way by itself: whoever shares a record is not folded for every event of the others.
        if (here?.digest !== elsewhere?.digest || hasTooMany(difference)) differences.push(difference);
      }
    }
    if (among !== undefined) return differences;
    for await (const persons of other.scan(GROUPS_AT_A_TIME)) {
      const strangers = persons.map(({ person }) => person).filter((key) => this.logged.of(key).count === 0);
      for (const [key, state] of await other.load(strangers)) {
        differences.push({ key, here: undefined, elsewhere: inShort(state) });
      }
    }
    return differences;
  }
}

function inShort(state: PathwayState | undefined): FoldedDigest | undefined {
  return state === undefined ? undefined : { eventCount: state.eventCount, digest: digestOfJson(state.folded) };
}

function digestOfKey(
  key: PersonKey,
  events: EventsDigest,
  state: FoldedDigest | undefined,
  group: string | undefined,
): bigint {
  const { count, sum } = events;
  return digestNumber(digestOfJson([key, count, String(sum), state ?? null, group ?? null]));
}
