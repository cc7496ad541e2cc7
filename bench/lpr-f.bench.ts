import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from './figure';
import { writeRegisterExtract } from './register-extract';
import { inWorkFolder, median, rounded, runOnOneCore } from './workbench';

const ROUNDS = 3;
const SIZES = [1_000_000, 10_000_000];

/**
 * Reading LPR_F extracts of one and ten million rows, their tables in different orders, into statements: rows a second on
 * one core beside DuckDB's CSV reader on the same files (paired, medians), and peak memory.
 */
export function lprFBench(): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync('bench/peers/node_modules')) throw new Error('Install DuckDB first: npm ci --prefix bench/peers');
  return inWorkFolder(async (folder) => {
    const measured: Record<string, unknown> = {};
    const peaks: number[] = [];
    const figures: Figure[] = [];
    for (const size of SIZES) {
      const extract = join(folder, String(size));
      const rows = writeRegisterExtract(extract, size);
      const runs = [];
      for (let round = 0; round < (size === SIZES[0] ? ROUNDS : 1); round += 1) {
        const read = await runOnOneCore(resolve(__dirname, 'read-delivery-once.js'), ['lpr-f', extract], {}, true);
        const duckdb = await runOnOneCore(resolve(__dirname, 'duckdb-once.js'), [extract], {}, true);
        runs.push({ read, duckdb });
      }
      peaks.push(median(runs.map(({ read }) => read.peakMegabytes)));
      const millions = `${size / 1_000_000} million rows`;
      figures.push(
        {
          what: `rows a second, ${millions}`,
          runs: runs.map(({ read }) => Math.round(rows / read.seconds)),
          unit: '',
        },
        {
          what: `times DuckDB’s CSV reader, ${millions}`,
          runs: runs.map(({ read, duckdb }) => rounded(read.seconds / duckdb.seconds, 1)),
          unit: '×',
        },
        {
          what: `peak memory, ${millions}`,
          runs: runs.map(({ read }) => Math.round(read.peakMegabytes)),
          unit: 'MB',
        },
      );
      measured[String(rows)] = JSON.parse(runs[0]?.read.output ?? '{}');
    }
    const [one = NaN, ten = NaN] = peaks;
    figures.push({
      what: 'peak memory of ten million rows to one million',
      runs: [rounded(ten / one, 2)],
      unit: '×',
      reach: { atMost: 1.1 },
    });
    return { ...measured, figures };
  });
}
