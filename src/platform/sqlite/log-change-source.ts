import { digestOfJson } from '../../kernel/digest';
import { ChangeSource, type Change, type ChangeReader } from '../../ports/change-source';
import type { SqliteEventLog } from './sqlite-event-log';

const TOPICS = ['pathway-changes', 'decisions'] as const;

/** Where reading stands in one partition. */
interface Standing {
  readonly topic: (typeof TOPICS)[number];
  readonly partition: number;
  next: number;
}

/** Changes read from the embedded log. A place is the next offset of every partition, with a mark of which log it is. */
export class LogChangeSource extends ChangeSource {
  constructor(private readonly log: SqliteEventLog) {
    super();
  }

  override fromNow(): Promise<ChangeReader> {
    return Promise.resolve(new LogChangeReader(this.log, standings(this.log)));
  }

  override after(place: string): Promise<ChangeReader | undefined> {
    const [identity, offsets = ''] = place.split(' ');
    const next = offsets.split('-').map(Number);
    const ends = standings(this.log);
    const isHere =
      (identity === NO_DECISION_YET || identity === identityOf(this.log)) &&
      next.length === ends.length &&
      ends.every((end, at) => (next[at] as number) <= end.next);
    if (!isHere) return Promise.resolve(undefined);
    return Promise.resolve(
      new LogChangeReader(
        this.log,
        ends.map((end, at) => ({ ...end, next: next[at] as number })),
      ),
    );
  }
}

/** Every partition at its end. */
function standings(log: SqliteEventLog): Standing[] {
  return TOPICS.flatMap((topic) =>
    Array.from({ length: log.partitionsOf(topic) }, (_, partition) => ({
      topic,
      partition,
      next: log.landedEnd(topic, partition),
    })),
  );
}

/** Stands for the identity of a log without decisions: whatever it is, nothing was counted of it. */
const NO_DECISION_YET = '-';

/** Tells one log from another by the decision it begins with. */
function identityOf(log: SqliteEventLog): string {
  const [first] = log.read('decisions', 0, 0, 1);
  return first === undefined ? NO_DECISION_YET : digestOfJson(first);
}

class LogChangeReader implements ChangeReader {
  constructor(
    private readonly log: SqliteEventLog,
    private readonly standings: Standing[],
  ) {}

  read(limit: number): Promise<readonly Change[]> {
    const changes: Change[] = [];
    for (const standing of this.standings) {
      if (changes.length >= limit) break;
      changes.push(...this.take(standing, limit - changes.length));
    }
    return Promise.resolve(changes);
  }

  private take(standing: Standing, limit: number): Change[] {
    const { topic, partition, next } = standing;
    if (topic === 'decisions') {
      const messages = this.log.read(topic, partition, next, limit);
      standing.next = endOf(messages, next);
      return messages.map(({ value }) => ({ topic, decisions: value }));
    }
    const messages = this.log.read(topic, partition, next, limit);
    standing.next = endOf(messages, next);
    return messages.map(({ value }) => ({ topic, pathways: value }));
  }

  place(): string {
    const hasDecisions = this.standings.some(({ topic, next }) => topic === 'decisions' && next > 0);
    return `${hasDecisions ? identityOf(this.log) : NO_DECISION_YET} ${this.standings.map(({ next }) => next).join('-')}`;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Where reading goes on after messages. */
const endOf = (messages: readonly { readonly offset: number }[], from: number): number =>
  (messages.at(-1)?.offset ?? from - 1) + 1;
