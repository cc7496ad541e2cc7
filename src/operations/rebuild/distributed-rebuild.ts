import { foldedBy } from '../../pathways/domain/folded-by';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonKey } from '../../kernel/clinical-event';
import { FoldPersons } from '../../pathways/application/fold-persons';
import type { DistributedStore } from '../distributed-store';
import { verifyDecisions } from '../verification/decisions-verified';
import { changeOfGone, hasTooMany, type Difference } from './differences';
import { foldingGroupOf, Generations, type Generation } from '../../platform/mongo/generations';
import { commitFor, countOf, distance, forgetGroup, membersOf, type Offsets } from './offsets';
import { RebuildLock } from './rebuild-lock';
import type { RebuildResult, TellProgress } from './rebuild-result';
import { RebuiltStates } from './rebuilt-states';

/** So few new messages are worth no further round. */
const FEW_MESSAGES = 500;
const MOST_ROUNDS = 20;
const ROUNDS_OF_COMPARING = 5;
const PERSONS_AT_A_TIME = 500;
const LOOK_EVERY_MS = 500;

/** For how long after the switch the generation before stays. */
interface Grace {
  /** At least, for those who read. */
  readonly leastMs: number;
  /** At most, as long as a service still folds into it. */
  readonly mostMs: number;
}

const GRACE: Grace = { leastMs: 5_000, mostMs: 60_000 };

/**
 * Folds all clinical events into a new generation of persons' events, relations and pathway states beside the living
 * one, which services go on writing and reading, and lets the new one take over when it reads back as it was folded.
 *
 * No event is lost in the hand-over, because every generation has a consumer group of its own whose committed offsets
 * say what the generation holds:
 *
 * 1. The rebuild folds the log from its beginning to an end that moves on, round after round, until little is left.
 * 2. What it has folded it commits as the new generation's group, which has no members yet.
 * 3. One document names the new generation: from then on it is in use.
 * 4. A service that folds sees the note, leaves the old group when its batch is done and joins the new one, which goes
 *    on exactly after what the rebuild folded. Until it sees the note it folds into the old generation, which harms
 *    nobody: those events are behind the new group's offsets and so come again.
 * 5. A service that decides looks at the note before every batch: a change that was told after the switch is decided
 *    by the new states. Persons whose states differed are told as changed after the switch, and those whose decisions are
 *    not what the new states say.
 *
 * Broken off before the note is written, nothing has happened; the next rebuild begins anew.
 */
export class DistributedRebuild {
  private readonly generations: Generations;
  private readonly topic: string;

  constructor(
    private readonly distributed: DistributedStore,
    private readonly tell: TellProgress,
    private readonly grace = GRACE,
  ) {
    this.generations = new Generations(distributed.database, { maxCachedEvents: 0 });
    this.topic = `${distributed.settings.kafka.prefix}clinical-events`;
  }

  /** Throws `RebuildError` when it cannot begin. */
  run(): Promise<RebuildResult> {
    return this.locked(async (lock) => {
      const { rebuilt, living, next, found, differences, reached } = await this.foldBeside();
      if (found.faults > 0 || found.read !== found.computed) return this.refuse(next, found);
      lock.check();
      await commitFor(this.distributed.connection, this.groupOf(next), this.topic, reached);
      await this.generations.take(nameOf(next));
      await this.announce(next, differences);
      await this.announce(next, await this.wronglyDecided(next, rebuilt));
      const notes = await this.drop(living);
      return { ...found, differing: differences.length, outcome: 'taken-over', notes };
    });
  }

  /** Folds beside what is in use and compares, as a rebuild does, and leaves everything as it is. */
  compareOnly(): Promise<Compared> {
    return this.locked(async () => {
      const { rebuilt, living, next, found, differences } = await this.foldBeside();
      const otherEvents = await rebuilt.othersIn(living.events);
      const otherRecords = await rebuilt.otherRecordsIn(living.events);
      const misfiled = await rebuilt.misfiledIn(living.states);
      await this.generations.drop(next.name);
      const known = rebuilt.logged.known();
      return { ...found, known, otherEvents, otherRecords, otherStates: differences.map(({ key }) => key), misfiled };
    });
  }

  private async locked<T>(work: (lock: RebuildLock) => Promise<T>): Promise<T> {
    const lock = await RebuildLock.take(this.generations.notes, this.distributed.logger);
    try {
      return await work(lock);
    } finally {
      await lock.release();
    }
  }

  /** Folds the whole log into the next generation, reads it back, and compares the living one with it. */
  private async foldBeside() {
    const { database, definitions, law } = this.distributed;
    await this.generations.follow();
    const living = this.generations.of(this.generations.name);
    const name = this.generations.nameOfNext;
    const next = this.generations.of(name);
    await this.generations.dropLeft();
    await database.ensureIndexes(name);

    const rebuilt = new RebuiltStates(next, database, foldedBy(definitions.set), law.fold);
    const ends = await this.catchUp(rebuilt, await this.foldAll(rebuilt), FEW_MESSAGES);
    await this.tell('read back', 0, rebuilt.logged.size);
    const back = await rebuilt.readBack((done) => void this.tell('read back', done, rebuilt.logged.size));
    const { differences, reached, faults } = await this.compare(rebuilt, living, ends);
    const { events } = rebuilt.logged;
    const found: Found = {
      ...back,
      faults: back.faults + faults,
      events,
      persons: rebuilt.folded.size,
      setAside: await rebuilt.setAside.list(undefined, Infinity),
    };
    return { rebuilt, living, next, found, differences, reached };
  }

  /** Appends everything there is and folds everyone once; resolves with where that ends. */
  private async foldAll(rebuilt: RebuiltStates): Promise<Offsets> {
    const total = await countOf(this.distributed.connection, this.topic);
    let read = 0;
    const ends = await this.distributed.log.readTopic('clinical-events', async (batch) => {
      await rebuilt.append(batch);
      read += batch.messages.length;
      await this.tell('read', read, total);
    });
    await rebuilt.foldEveryone((done) => void this.tell('folded', done, rebuilt.logged.size));
    return ends;
  }

  /** Folds what came meanwhile until no more than so many messages are new; whom they are about is added to `touched`. */
  private async catchUp(
    rebuilt: RebuiltStates,
    from: Offsets,
    few: number,
    touched = new Set<PersonKey>(),
  ): Promise<Offsets> {
    for (let [reached, round] = [from, 1]; ; round += 1) {
      const ends = await this.distributed.log.readTopic(
        'clinical-events',
        async (batch) => {
          for (const key of await rebuilt.handle(batch)) touched.add(key);
        },
        { fromOffsets: reached },
      );
      if (distance(reached, ends) <= few || round === MOST_ROUNDS) return ends;
      reached = ends;
    }
  }

  /**
   * Whose living states are other than the rebuilt ones. Services write on while the two are read, so whoever seems to
   * differ, or has got events, is looked at again; who still does after some rounds counts, if only because services are behind.
   */
  private async compare(rebuilt: RebuiltStates, living: Generation, from: Offsets) {
    let differences = await rebuilt.differencesFrom(living.states);
    let reached = from;
    let faults = 0;
    for (let round = 1; ; round += 1) {
      const touched = new Set<PersonKey>();
      reached = await this.catchUp(rebuilt, reached, FEW_MESSAGES, touched);
      faults += await rebuilt.faultsAmong(touched);
      for (const { key } of differences) touched.add(key);
      differences = await rebuilt.differencesFrom(living.states, touched);
      if (differences.length === 0 || round === ROUNDS_OF_COMPARING) return { differences, reached, faults };
      await pause(LOOK_EVERY_MS);
    }
  }

  private async refuse(next: Generation, found: Found): Promise<RebuildResult> {
    await this.generations.drop(next.name);
    return { ...found, differing: 0, outcome: 'refused', notes: [] };
  }

  /** Has everyone decided again whose states or decisions were other before. */
  private async announce(next: Generation, differences: readonly Difference[]): Promise<void> {
    const { database, definitions, log, setAside, law } = this.distributed;
    await this.generations.forgetDecisions(differences.filter(hasTooMany).map(({ key }) => key));
    const folding = new FoldPersons({ ...next, setAside, log, unit: database }, foldedBy(definitions.set), law.fold);
    for (let at = 0; at < differences.length; at += PERSONS_AT_A_TIME) {
      const page = differences.slice(at, at + PERSONS_AT_A_TIME);
      await folding.fold(
        page.map(({ key }) => key),
        'definition',
      );
      await log.publish('pathway-changes', page.flatMap(changeOfGone));
      await this.tell('told', at + page.length, differences.length);
    }
  }

  /** Whose decisions are not what the new generation says; those told just now among them, where services are not there yet. */
  private async wronglyDecided(next: Generation, rebuilt: RebuiltStates): Promise<readonly Difference[]> {
    const rooms = { ...this.distributed, states: next.states };
    const { others } = await verifyDecisions(rooms, () => undefined);
    const kept = await this.distributed.decisions.load(others);
    return others.map((key) => {
      const decided = kept.get(key);
      const elsewhere = decided && { eventCount: decided.eventCount, digest: '' };
      return { key, here: rebuilt.folded.get(key), elsewhere };
    });
  }

  /** Drops the generation from before once nobody folds into it; resolves with what is left to know. */
  private async drop(before: Generation): Promise<string[]> {
    const { connection } = this.distributed;
    await pause(this.grace.leastMs);
    for (const end = performance.now() + this.grace.mostMs; (await membersOf(connection, this.groupOf(before))) > 0;) {
      if (performance.now() > end) {
        return ['A service still folds into the states from before: restart it. They stay until the next rebuild.'];
      }
      await pause(LOOK_EVERY_MS);
    }
    await this.generations.drop(before.name);
    await forgetGroup(connection, this.groupOf(before));
    return [];
  }

  private groupOf({ name }: Generation): string {
    return `${this.distributed.settings.kafka.prefix}${foldingGroupOf(name)}.clinical-events`;
  }
}

function nameOf({ name }: Generation): string {
  if (name === undefined) throw new Error('A rebuilt generation has a name.');
  return name;
}

type Found = Omit<RebuildResult, 'differing' | 'outcome' | 'notes'>;

/** Who is kept otherwise than the log says, and who there is. */
interface Compared extends Found {
  /** Whoever the log names. */
  readonly known: readonly PersonKey[];
  readonly otherEvents: readonly PersonKey[];
  /** Registrations that several persons sent, by name. */
  readonly otherRecords: readonly string[];
  readonly otherStates: readonly PersonKey[];
  readonly misfiled: readonly PersonKey[];
}
