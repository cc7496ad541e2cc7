/** Years that a population's patients are spread over. */
export const YEARS = 10;

/** The generator's patients in ten years for a million events: 25,600 sent 39.2 events each. */
const PATIENTS_A_MILLION = 25_600;

/** Events of each size, about: the model is made of all but the last, which it is held to. */
export const SIZES = [250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 20_000_000] as const;

/** Ten years of Denmark's heart patients are 120,000; the size has some more, so that the events are 5,000,000. */
export const NATIONAL = 5_000_000;
/** A tenth of them. */
export const TENTH = 500_000;
/** What the model is held to. */
export const CHECK = 20_000_000;

export const patientsOf = (events: number): number => Math.round((events / 1_000_000) * PATIENTS_A_MILLION);

/** What the bytes of a store are there for. */
export const PARTS = {
  log_clinical_events: 'log of events',
  person_event: 'persons’ events',
  pathway_state: 'pathway states',
  person_column: 'persons’ columns',
  decision: 'decisions',
  decision_basis: 'decisions',
  log_decisions: 'log of decisions',
  claimed_event: 'ledger',
  claimed_registration: 'ledger',
  delivery: 'deliveries by day',
} as const;
export type Part = (typeof PARTS)[keyof typeof PARTS] | 'all else';

/** What was measured of one size, once. */
export interface ScaleRun {
  /** About so many events were asked for. */
  readonly size: number;
  readonly patients: number;
  /** Lines of the input. */
  readonly events: number;
  /** Whom the store knows after it. */
  readonly persons: number;
  readonly inputBytes: number;
  /** One process on one core. */
  readonly import: { readonly seconds: number; readonly cpuSeconds: number; readonly peakMegabytes: number };
  readonly storeBytes: number;
  readonly bytesOf: Readonly<Partial<Record<Part, number>>>;
  /** A server on that store: until it is ready, and the most memory it took until it had nothing left to do. */
  readonly restart: { readonly seconds: number; readonly peakMegabytes: number };
  readonly on: string;
  /** Of measuring all this. */
  readonly seconds: number;
  readonly othersSeconds: number | undefined;
}

/** Runs with one more, which takes the place of what was measured of its size before; in the order of sizes. */
export function withRun(runs: readonly ScaleRun[], run: ScaleRun): readonly ScaleRun[] {
  return [...runs.filter(({ size }) => size !== run.size), run].sort((a, b) => a.size - b.size);
}
