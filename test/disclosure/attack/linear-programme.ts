import type { LegacyHighs } from 'highs';
import type { Observation } from './channels';

/** The method's furthest deviation, which everybody knows. */
const FURTHEST = 3;

/** Everything published, as what it allows: each count lies at most 3 from what is shown, and above 0 where that is. */
export class Allowed {
  private readonly constraints: string;

  constructor(
    observations: readonly Observation[],
    equal: readonly (readonly [readonly number[], readonly number[]])[],
    private readonly solver: LegacyHighs,
  ) {
    const rows = observations.flatMap(({ shown, unknowns }, at) => {
      if (unknowns.length === 0) return [];
      const sum = sumOf(unknowns, '+');
      const least = shown === 0 ? 0 : Math.max(1, shown - FURTHEST);
      return [...(least > 0 ? [` l${at}: ${sum} >= ${least}`] : []), ` u${at}: ${sum} <= ${shown + FURTHEST}`];
    });
    const same = equal.map(([plus, minus], at) => ` e${at}: ${sumOf(plus, '+')} ${sumOf(minus, '-')} = 0`);
    this.constraints = ['Subject To', ...rows, ...same, 'End'].join('\n');
  }

  /** The least and the greatest count that some unknowns can have together. */
  range(unknowns: readonly number[]): readonly [least: number, most: number] {
    const [least, most] = (['Minimize', 'Maximize'] as const).map((aim) => {
      const problem = [aim, ` obj: ${sumOf(unknowns, '+')}`, this.constraints].join('\n');
      const { Status, ObjectiveValue } = this.solver.solve(problem, { output_flag: false });
      if (Status !== 'Optimal') throw new Error(`The solver ended with ${Status}.`);
      return ObjectiveValue;
    });
    return [Math.ceil((least as number) - 1e-6), Math.floor((most as number) + 1e-6)];
  }
}

const sumOf = (unknowns: readonly number[], sign: '+' | '-'): string =>
  unknowns.map((one) => `${sign} x${one}`).join(' ');
