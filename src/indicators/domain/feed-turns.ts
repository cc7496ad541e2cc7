import { addDays, type Day } from '../../kernel/day';
import type { FeedStatus } from '../../kernel/feed-status';

/** A stretch of days on which a source did not deliver. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly notConnected: boolean;
}

const FOREVER: Day = '9999-12-31';

/** How many statuses say that deliveries are missing, and how many of them that there is no connection. */
interface Troubled {
  any: number;
  notConnected: number;
}

/** What begins and ends on a day. */
interface Turn {
  /** Statuses from this day on, whatever they say: each ends those before it that have no `to`. */
  starts: number;
  /** Begun on this day without a `to`. */
  readonly open: Troubled;
  /** Of those with a `to`: begun less ended. */
  readonly closed: Troubled;
}

/**
 * One organisation's statuses in force, added and taken away one by one, overlapping ones too, as the days on which
 * something begins or ends. So what is kept and gone through grows with the calendar, not with how many statuses there are.
 */
export class FeedTurns {
  private readonly turns = new Map<Day, Turn>();
  private days: readonly Day[] | undefined;

  add(status: FeedStatus): void {
    this.count(status, 1);
  }

  remove(status: FeedStatus): void {
    this.count(status, -1);
  }

  private count({ from, to, state }: FeedStatus, by: 1 | -1): void {
    const troubled = { any: by, notConnected: state === 'not-connected' ? by : 0 };
    const isTrouble = state !== 'connected';
    this.change(from, (turn) => {
      turn.starts += by;
      if (isTrouble && to === undefined) raise(turn.open, troubled);
    });
    if (!isTrouble || to === undefined || to < from) return;
    this.change(from, (turn) => raise(turn.closed, troubled));
    if (to === FOREVER) return;
    this.change(addDays(to, 1), (turn) => raise(turn.closed, { any: -by, notConnected: -troubled.notConnected }));
  }

  private change(day: Day, change: (turn: Turn) => void): void {
    let turn = this.turns.get(day);
    if (turn === undefined) {
      turn = { starts: 0, open: { any: 0, notConnected: 0 }, closed: { any: 0, notConnected: 0 } };
      this.turns.set(day, turn);
      this.days = undefined;
    }
    change(turn);
  }

  /** Cuts the statuses into stretches that follow each other: one pass over the days. */
  stretches(): Stretch[] {
    const days = (this.days ??= [...this.turns.keys()].sort());
    const stretches: Stretch[] = [];
    const closed = { any: 0, notConnected: 0 };
    let open: Troubled = { any: 0, notConnected: 0 };
    let yesterday: Day | undefined;
    days.forEach((from, at) => {
      const turn = this.turns.get(from) as Turn;
      raise(closed, turn.closed);
      if (turn.starts > 0) open = turn.open;
      const to = dayBefore(days[at + 1]);
      const before = yesterday;
      yesterday = to;
      if (closed.any + open.any === 0) return;
      const notConnected = closed.notConnected + open.notConnected > 0;
      const last = stretches.at(-1);
      const goesOn = last?.notConnected === notConnected && last.to === before;
      if (goesOn) stretches[stretches.length - 1] = { ...last, to };
      else stretches.push({ from, to, notConnected });
    });
    return stretches;
  }
}

function raise(troubled: Troubled, { any, notConnected }: Troubled): void {
  troubled.any += any;
  troubled.notConnected += notConnected;
}

const dayBefore = (day: Day | undefined): Day => (day === undefined ? FOREVER : addDays(day, -1));

/** An organisation's statuses as stretches that follow each other. */
export function disjointStretches(statuses: Iterable<FeedStatus>): Stretch[] {
  const turns = new FeedTurns();
  for (const status of statuses) turns.add(status);
  return turns.stretches();
}
