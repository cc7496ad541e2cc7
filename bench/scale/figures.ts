import type { Figure } from '../figure';
import { CHECK, NATIONAL, TENTH, type ScaleRun } from './sizes';
import { rounded } from '../workbench';

/** What is asked for of the sizes there are. */
export function figuresOf(runs: readonly ScaleRun[]): readonly Figure[] {
  const [tenth, national, check] = [TENTH, NATIONAL, CHECK].map((of) => runs.find(({ size }) => size === of)?.import);
  const peak = (what: string, run: ScaleRun['import'] | undefined, atMost: number): Figure[] =>
    run === undefined
      ? []
      : [
          {
            what: `\`import\` of ${what} events, peak memory`,
            runs: [run.peakMegabytes],
            unit: 'MB',
            reach: { atMost },
          },
        ];
  const longer: Figure[] =
    tenth === undefined || national === undefined
      ? []
      : [
          {
            what: '`import` of ten times the events, times as long',
            runs: [rounded(national.seconds / tenth.seconds, 2)],
            unit: '×',
            reach: { atMost: 10.5 },
          },
        ];
  return [...longer, ...peak('5,000,000', national, 700), ...peak('20,000,000', check, 1_200)];
}
