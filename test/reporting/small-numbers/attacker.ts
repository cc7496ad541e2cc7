import type { LegacyHighs } from 'highs';

/** What a reader of a report has: cells, some of them hidden, and how they add up. */
export interface Published {
  readonly cells: readonly PublishedCell[];
  /** Places in `cells`: the total and its parts. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
}

export interface PublishedCell {
  readonly name: string;
  readonly count: number;
  /** `implied`: stands nowhere, and may be computed. */
  readonly state: 'shown' | 'hidden' | 'implied';
}

/** No hidden cell is thought larger than it is by more: makes it harder to hide, not easier. */
const ROOM = 20;
/** Work a single question may take: none of these tables needs a fraction of it. */
const SECONDS = 30;

/**
 * The names of the hidden cells whose number a reader can compute: each hidden cell is made as small and as large as
 * the cells shown, the sums, whole numbers and zero allow, by a solver that knows nothing of how cells were hidden.
 */
export function recovered(published: Published, solver: LegacyHighs): string[] {
  return componentsOf(published).flatMap((component) => recoveredIn(component, published, solver));
}

/** Cells and sums that hang together through what is hidden; a number in one says nothing of another. */
interface Component {
  readonly unknowns: readonly number[];
  readonly equations: readonly Equation[];
}

interface Equation {
  readonly terms: readonly { readonly cell: number; readonly sign: 1 | -1 }[];
  readonly right: number;
}

function recoveredIn({ unknowns, equations }: Component, { cells }: Published, solver: LegacyHighs): string[] {
  const countOf = (cell: number): number => cells[cell]?.count as number;
  // A cell with two numbers in two answers of the solver need not be asked about again.
  const least = new Map(unknowns.map((cell) => [cell, Infinity]));
  const most = new Map(unknowns.map((cell) => [cell, -Infinity]));
  const ask = (aim: 'Minimize' | 'Maximize', of: string): void => {
    const { Status, Columns } = solver.solve(problemOf(aim, of, unknowns, equations, countOf), {
      output_flag: false,
      time_limit: SECONDS,
    });
    if (Status !== 'Optimal') throw new Error(`The solver ended with ${Status}.`);
    const answer = new Map(unknowns.map((one) => [one, Math.round((Columns[`x${one}`] as { Primal: number }).Primal)]));
    holdToEquations(answer, equations);
    for (const [one, number] of answer) {
      least.set(one, Math.min(least.get(one) as number, number));
      most.set(one, Math.max(most.get(one) as number, number));
    }
  };
  const isOpen = (cell: number): boolean => (least.get(cell) as number) >= (most.get(cell) as number);
  const secrets = unknowns.filter((cell) => cells[cell]?.state === 'hidden');
  // Two tables far from each other differ in most cells; each that they do not is asked about alone.
  const apart = secrets.map((cell, at) => `${at % 2 === 0 ? '+' : '-'} x${cell}`).join(' ');
  if (secrets.length > 1) ask('Minimize', apart);
  if (secrets.length > 1) ask('Maximize', apart);
  for (const cell of secrets) {
    if (isOpen(cell)) ask('Minimize', `x${cell}`);
    if (isOpen(cell)) ask('Maximize', `x${cell}`);
  }
  return secrets.filter(isOpen).map((cell) => cells[cell]?.name as string);
}

function problemOf(
  aim: string,
  of: string,
  unknowns: readonly number[],
  equations: readonly Equation[],
  countOf: (cell: number) => number,
): string {
  const said = equations.map(
    ({ terms, right }, at) =>
      ` e${at}: ${terms.map(({ cell: of, sign }) => `${sign > 0 ? '+' : '-'} x${of}`).join(' ')} = ${right}`,
  );
  const bounds = unknowns.map((one) => ` 0 <= x${one} <= ${countOf(one) + ROOM}`);
  const whole = unknowns.map((one) => `x${one}`).join('\n ');
  const constraints = said.length === 0 ? [] : ['Subject To', ...said];
  return [aim, ` obj: ${of}`, ...constraints, 'Bounds', ...bounds, 'General', ` ${whole}`, 'End'].join('\n');
}

/** The solver's answers are taken only if they are tables indeed. */
function holdToEquations(answer: ReadonlyMap<number, number>, equations: readonly Equation[]): void {
  for (const { terms, right } of equations) {
    const left = terms.reduce((sum, { cell, sign }) => sum + sign * (answer.get(cell) as number), 0);
    if (left !== right) throw new Error(`The solver answered ${left} where it had to be ${right}.`);
  }
}

function componentsOf({ cells, sums }: Published): Component[] {
  const equations = sums
    .map(({ total, parts }): Equation => {
      const terms = [{ cell: total, sign: 1 as const }, ...parts.map((cell) => ({ cell, sign: -1 as const }))];
      const shown = terms.filter(({ cell }) => cells[cell]?.state === 'shown');
      return {
        terms: terms.filter(({ cell }) => cells[cell]?.state !== 'shown'),
        right: -shown.reduce((sum, { cell, sign }) => sum + sign * (cells[cell]?.count as number), 0),
      };
    })
    .filter(({ terms }) => terms.length > 0);
  const leaders = new Map<number, number>();
  const leaderOf = (cell: number): number => {
    let leader = cell;
    while (leaders.get(leader) !== undefined) leader = leaders.get(leader) as number;
    return leader;
  };
  for (const { terms } of equations) {
    const [first] = terms as [Equation['terms'][number]];
    for (const { cell } of terms) {
      const [a, b] = [leaderOf(first.cell), leaderOf(cell)];
      if (a !== b) leaders.set(b, a);
    }
  }
  const unknown = cells.flatMap((cell, at) => (cell.state === 'shown' ? [] : [at]));
  const groups = groupsOf(unknown, leaderOf);
  return [...groups].map(([leader, unknowns]) => ({
    unknowns,
    equations: equations.filter(({ terms }) => leaderOf((terms[0] as { cell: number }).cell) === leader),
  }));
}

function groupsOf<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}
