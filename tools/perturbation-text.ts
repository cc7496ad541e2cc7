import { RULES, type Target } from './perturbation-table';

const KEYS = 2 ** 32;

/** A target with the keys that lead to it: those below `below` that lead to none before it. */
interface KeyedTarget extends Target {
  readonly below: number;
}

/** The table as it is published in contracts/, as text. */
export function perturbationJson(rows: readonly (readonly Target[])[]): string {
  return JSON.stringify(
    {
      about:
        'How a count is shown in the published view: by the sum of the record keys of those counted, modulo 2^32. ' +
        'The last row stands for every greater count too, moved by as much. A count of 0 is shown as 0.',
      method:
        'Cell key method (Eurostat, Handbook on Statistical Disclosure Control, 5.4; Fraser & Wooton 2005), ' +
        'table of greatest entropy (Marley & Leaver 2011; Giessing 2016).',
      ...RULES,
      keys: KEYS,
      rows: rows.map((row, at) => ({ count: at + 1, targets: keyed(row) })),
    },
    undefined,
    2,
  );
}

/** The table as the source the program reads. */
export function perturbationSource(rows: readonly (readonly Target[])[]): string {
  const lines = rows.map((row, at) => {
    const steps = keyed(row).map(({ shown, below }) => `{ deviation: ${shown - at - 1}, below: ${below} }`);
    return `  [${steps.join(', ')}],`;
  });
  return [
    '// Made by `npm run generate` from tools/perturbation-table.ts: change that and run it again, never this file.',
    '',
    '/** A deviation of a shown count from the true one; it is that of the first step whose `below` is above the key. */',
    'export interface PerturbationStep {',
    '  readonly deviation: number;',
    '  readonly below: number;',
    '}',
    '',
    '/** By true count from 1 on; the last stands for every greater count (contracts/perturbation-table.json). */',
    'export const PERTURBATION_ROWS: readonly (readonly PerturbationStep[])[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

function keyed(row: readonly Target[]): KeyedTarget[] {
  let cumulated = 0;
  return row.map((target, at) => {
    cumulated += target.probability;
    return { ...target, below: at === row.length - 1 ? KEYS : Math.round(cumulated * KEYS) };
  });
}
