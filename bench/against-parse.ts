import type { Figure } from './figure';
import { median, parseOnly, rounded, type Run } from './workbench';

const ROUNDS = 5;

/** A command over a file of events, on one core and on all; and of `JSON.parse`, how much each should reach. */
export interface Compared {
  readonly file: string;
  readonly events: number;
  readonly onOneCore: () => Promise<Run>;
  readonly onAllCores: () => Promise<Run>;
  readonly reach: { readonly one: number; readonly two: number };
}

/** The command against only `JSON.parse` of the same lines, in turn. */
export async function againstParse({ file, events, onOneCore, onAllCores, reach }: Compared) {
  const parse: number[] = [];
  const one: Run[] = [];
  const all: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    parse.push(await parseOnly(file));
    one.push(await onOneCore());
    all.push(await onAllCores());
  }
  const ratiosOf = (runs: readonly Run[]): number[] =>
    runs.map(({ seconds }, round) => rounded((parse[round] as number) / seconds));
  const perSecond = (seconds: readonly number[]): number => Math.round(events / median(seconds));
  const secondsOf = (runs: readonly Run[]): number[] => runs.map(({ seconds }) => seconds);
  const peakOf = (runs: readonly Run[]): number =>
    Math.round(Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)));
  const figures: Figure[] = [
    { what: 'of JSON.parse, one core', runs: ratiosOf(one), unit: '', reach: { atLeast: reach.one } },
    { what: 'of JSON.parse, two cores', runs: ratiosOf(all), unit: '', reach: { atLeast: reach.two } },
  ];
  return {
    events,
    parseEventsPerSecond: perSecond(parse),
    eventsPerSecondOnOneCore: perSecond(secondsOf(one)),
    eventsPerSecondOnAllCores: perSecond(secondsOf(all)),
    figures,
    peakMegabytes: peakOf(one),
    peakMegabytesOnAllCores: peakOf(all),
  };
}
