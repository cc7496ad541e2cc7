import { modelOf, predicted, type Model } from './model';
import { CHECK, type ScaleRun } from './sizes';

/** What grows with events, and how it is said. */
export interface Quantity {
  readonly what: string;
  readonly of: (run: ScaleRun) => number;
  readonly say: (value: number) => string;
}

export const QUANTITIES = {
  importSeconds: { what: '`import`, time', of: (run) => run.import.seconds, say: sayTime },
  importComputing: { what: '`import`, computing', of: (run) => run.import.cpuSeconds, say: sayTime },
  importMemory: { what: '`import`, peak memory', of: (run) => run.import.peakMegabytes, say: sayMegabytes },
  input: { what: 'input, disk', of: (run) => run.inputBytes, say: sayBytes },
  store: { what: 'store, disk', of: (run) => run.storeBytes, say: sayBytes },
  restart: { what: 'server, until ready', of: (run) => run.restart.seconds, say: sayTime },
  serverMemory: { what: 'server, peak memory', of: (run) => run.restart.peakMegabytes, say: sayMegabytes },
} as const satisfies Readonly<Record<string, Quantity>>;

export type QuantityName = keyof typeof QUANTITIES;
export type Models = Readonly<Record<QuantityName, Model>>;
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as readonly QuantityName[];

/** The sizes that a model is made of: all but the one that it is held to. */
export const fittedRuns = (runs: readonly ScaleRun[]): readonly ScaleRun[] => runs.filter(({ size }) => size < CHECK);

/** A model of each quantity; throws a `RangeError` where fewer than four sizes were measured. */
export function modelsOf(runs: readonly ScaleRun[]): Models {
  const models = QUANTITY_NAMES.map((name) => [
    name,
    modelOf(fittedRuns(runs).map((run) => ({ at: run.events, value: QUANTITIES[name].of(run) }))),
  ]);
  return Object.fromEntries(models) as Models;
}

/** What a quantity is said to be at so many events. */
export const saidAt = (models: Models, name: QuantityName, events: number): string =>
  QUANTITIES[name].say(predicted(models[name], events));

export function sayTime(seconds: number): string {
  if (Math.abs(seconds) < 600) return `${figures(seconds)} s`;
  return Math.abs(seconds) < 7_200 ? `${figures(seconds / 60)} min` : `${figures(seconds / 3_600)} h`;
}

export function sayBytes(bytes: number): string {
  if (Math.abs(bytes) < 1e6) return `${figures(bytes / 1e3)} kB`;
  return Math.abs(bytes) < 1e9 ? `${figures(bytes / 1e6)} MB` : `${figures(bytes / 1e9)} GB`;
}

export function sayMegabytes(megabytes: number): string {
  return Math.abs(megabytes) < 10_000 ? `${whole(megabytes)} MB` : `${figures(megabytes / 1_024)} GB`;
}

/** With one decimal and its sign, but for zero. */
export function sayPercent(share: number): string {
  const percent = Number((100 * share).toFixed(1));
  return `${percent > 0 ? '+' : ''}${percent === 0 ? '0.0' : percent.toFixed(1)} %`;
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** Three significant digits or so. */
export function figures(value: number): string {
  const size = Math.abs(value);
  return size >= 100 ? whole(value) : value.toFixed(size >= 10 ? 1 : 2);
}
