import { caughtUp, secondsSince } from './consumption';
import type { DistributedSystem } from './distributed-system';
import { sendAtRate } from './live-events';
import type { SourceLine, SourceProducer } from './source-producer';

const FIRST = 50;
const STEP = 1.25;
const SECONDS_A_STEP = 6;
/** A rate is sustained when everything is decided this soon after the last event was accepted. */
const LEFT_OVER_SECONDS = 1.5;

/** What a rate left to do once its events were accepted. */
interface Tried {
  /** Events a second. */
  readonly rate: number;
  readonly secondsLeftOver: number;
}

/**
 * The highest rate (events a second) that does not leave more and more to do: rates are tried from low to high, each
 * with the next events for some seconds, until one leaves too much.
 */
export async function highestSustained(
  system: DistributedSystem,
  producer: SourceProducer,
  take: (count: number) => readonly SourceLine[],
): Promise<{ readonly highest: number; readonly tried: readonly Tried[] }> {
  const tried: Tried[] = [];
  let highest = 0;
  for (let rate = FIRST; ; rate = Math.floor(rate * STEP)) {
    const lines = take(rate * SECONDS_A_STEP);
    if (lines.length < rate * SECONDS_A_STEP) throw new Error(`There are too few events to try ${rate} a second.`);
    await sendAtRate(producer, lines, rate);
    const sent = process.hrtime.bigint();
    await caughtUp(system);
    const secondsLeftOver = Number(secondsSince(sent).toFixed(2));
    tried.push({ rate, secondsLeftOver });
    if (secondsLeftOver > LEFT_OVER_SECONDS) return { highest, tried };
    highest = rate;
  }
}
