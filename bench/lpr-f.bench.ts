import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
    for (const size of SIZES) {
      const extract = join(folder, String(size));
      const rows = writeRegisterExtract(extract, size);
      const runs = [];
      for (let round = 0; round < (size === SIZES[0] ? ROUNDS : 1); round += 1) {
        const read = await runOnOneCore(resolve(__dirname, 'read-delivery-once.js'), ['lpr-f', extract], {}, true);
        const duckdb = await runOnOneCore(resolve(__dirname, 'duckdb-once.js'), [extract], {}, true);
        runs.push({ read, duckdb });
      }
      const seconds = median(runs.map(({ read }) => read.seconds));
      peaks.push(median(runs.map(({ read }) => read.peakMegabytes)));
      measured[String(rows)] = {
        rowsPerSecond: Math.round(rows / seconds),
        duckdbRowsPerSecond: Math.round(rows / median(runs.map(({ duckdb }) => duckdb.seconds))),
        timesDuckdb: rounded(median(runs.map(({ read, duckdb }) => read.seconds / duckdb.seconds)), 1),
        peakMegabytes: rounded(peaks.at(-1) ?? NaN, 0),
        ...(JSON.parse(runs[0]?.read.output ?? '{}') as object),
      };
    }
    const [one = NaN, ten = NaN] = peaks;
    return { ...measured, peakTenToOne: rounded(ten / one, 2), reachPeak: 'at most 1.1' };
  });
}
