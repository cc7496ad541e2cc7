import { foldedBy } from '../../pathways/domain/folded-by';
import { clearStates } from '../../platform/sqlite/clear-states';
import type { EmbeddedStore } from '../embedded-store';
import { changeOfGone, hasTooMany, type Difference } from './differences';
import { redoDecisions } from './decisions-redone';
import type { RebuildResult, TellProgress } from './rebuild-result';
import { RebuiltStates } from './rebuilt-states';

const MESSAGES_AT_A_TIME = 20_000;
const PERSONS_AT_A_TIME = 500;

/** Rebuilds a store that no other program writes to, and decides again whose states or decisions were other than they should be. */
export async function rebuildStore(store: EmbeddedStore, tell: TellProgress): Promise<RebuildResult> {
  const { definitionBook, definitions, log, indicators } = store;
  const result = await new EmbeddedRebuild(store, tell).run();
  await definitionBook.adopt(definitions.id);
  log.start();
  await log.settled();
  await indicators.catchUp();
  if (result.outcome === 'taken-over') {
    await redoDecisions(store, result.setAside);
    await store.events.forgetStrangers(store.ledger.owners());
  }
  return result;
}

/** Takes the unit of work back that it is thrown in. */
class Refused extends Error {
  constructor(readonly result: RebuildResult) {
    super('The rebuilt states did not read back as they were folded.');
  }
}

/**
 * Folds what the consumers of the log have come to again, in one unit of work: whoever reads meanwhile sees the states
 * from before, and when the rebuilt ones do not read back as they were folded, the unit is taken back.
 */
export class EmbeddedRebuild {
  constructor(
    private readonly embedded: EmbeddedStore,
    private readonly tell: TellProgress,
  ) {}

  /** Whoever was other than before is told of as changed; nobody is decided yet. */
  async run(): Promise<RebuildResult> {
    try {
      return await this.embedded.database.run(() => this.rebuild());
    } catch (error) {
      if (error instanceof Refused) return error.result;
      throw error;
    }
  }

  private async rebuild(): Promise<RebuildResult> {
    const { database, events, states, definitions, law } = this.embedded;
    clearStates(database);
    const rebuilt = new RebuiltStates({ events, states }, database, foldedBy(definitions.set), law.fold);
    await this.appendFeeds();
    await this.appendAll(rebuilt);
    await rebuilt.foldEveryone((done) => void this.tell('folded', done, rebuilt.logged.size));
    await events.append([]); // From here on everything is read from the database.
    await this.tell('read back', 0, rebuilt.logged.size);
    const back = await rebuilt.readBack((done) => void this.tell('read back', done, rebuilt.logged.size));
    const setAside = await rebuilt.setAside.list(undefined, Infinity);
    const found = { ...back, events: rebuilt.logged.events, persons: rebuilt.folded.size, setAside, notes: [] };
    if (back.faults > 0 || back.read !== back.computed) {
      throw new Refused({ ...found, differing: 0, outcome: 'refused' });
    }
    const differences = await this.outside(() => rebuilt.differencesFrom(states));
    await this.announce(differences);
    return { ...found, differing: differences.length, outcome: 'taken-over' };
  }

  private async appendFeeds(): Promise<void> {
    const { log, feedEvents } = this.embedded;
    const end = log.committed('feeds', 'feed-statuses', 0);
    if (end > 0) await feedEvents.append(log.read('feed-statuses', 0, 0, end).map(({ value }) => value));
  }

  private async appendAll(rebuilt: RebuiltStates): Promise<void> {
    const { log } = this.embedded;
    const topic = 'clinical-events';
    const ends = Array.from({ length: log.partitionsOf(topic) }, (_, at) => log.committed('pathways', topic, at));
    const total = ends.reduce((sum, end) => sum + end, 0);
    let read = 0;
    for (const [partition, end] of ends.entries()) {
      for (let from = 0; from < end;) {
        const messages = log.read(topic, partition, from, Math.min(MESSAGES_AT_A_TIME, end - from));
        const last = messages.at(-1);
        if (last === undefined) break;
        await rebuilt.append({ topic, partition, messages });
        from = last.offset + 1;
        read += messages.length;
        await this.tell('read', read, total);
      }
    }
  }

  /** Has everyone decided again whose states were other before. */
  private async announce(differences: readonly Difference[]): Promise<void> {
    const { decisions, log, pathways } = this.embedded;
    const tooMany = differences.filter(hasTooMany);
    await decisions.remove(
      tooMany.map(({ key, elsewhere }) => ({ person: key, eventCount: elsewhere?.eventCount ?? 0 })),
    );
    for (let at = 0; at < differences.length; at += PERSONS_AT_A_TIME) {
      const page = differences.slice(at, at + PERSONS_AT_A_TIME);
      const keys = page.map(({ key }) => key);
      await pathways.fold(keys, 'definition');
      await log.publish('pathway-changes', page.flatMap(changeOfGone));
    }
  }

  /** Reads as everybody else does, who does not see what this unit wrote. */
  private outside<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.embedded.database.outsideUnit(() => void work().then(resolve, reject));
    });
  }
}
