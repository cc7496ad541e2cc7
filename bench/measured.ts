import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import prettier from 'prettier';
import { summaryOf, type Figure } from './figure';
import { scaleDocument } from './scale/document';
import type { ScaleRun } from './scale/sizes';

const FOLDER = 'bench/measured';
const DOCUMENT = 'docs/performance.md';
const SCALE_DOCUMENT = 'docs/scale.md';

/** What a bench measured when it was last kept, and on what. */
export interface Measured {
  readonly bench: string;
  /** The day it was measured on. */
  readonly on: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly seconds: number;
  /** Processing time of other processes meanwhile. */
  readonly othersSeconds: number | undefined;
  readonly figures: readonly Figure[];
  /** Of the bench `scale`: every size that was measured. */
  readonly sizes?: readonly ScaleRun[];
}

/** Keeps what a bench measured, in place of what it measured before. */
export async function keepMeasured(
  measured: Pick<Measured, 'bench' | 'seconds' | 'othersSeconds' | 'figures' | 'sizes'>,
): Promise<void> {
  const [processor] = cpus();
  const on = new Date().toISOString().slice(0, 10);
  const kept: Measured = {
    ...measured,
    on,
    node: process.version,
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
  };
  mkdirSync(FOLDER, { recursive: true });
  await writeFormatted(join(FOLDER, `${measured.bench}.json`), JSON.stringify(kept), 'json');
}

/** Sizes of the bench `scale` that are kept. */
export const keptRuns = (): readonly ScaleRun[] => allKept().find(({ bench }) => bench === 'scale')?.sizes ?? [];

/** Writes the document of all figures that are kept, and that of what they say of larger sizes. */
export async function writeDocuments(): Promise<void> {
  const kept = allKept();
  await writeFormatted(DOCUMENT, documentOf(kept), 'markdown');
  await writeFormatted(SCALE_DOCUMENT, scaleDocument(kept), 'markdown');
}

function allKept(): readonly Measured[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Measured);
}

async function writeFormatted(file: string, text: string, parser: 'json' | 'markdown'): Promise<void> {
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, parser }));
}

function sayReach({ reach }: Figure): string {
  if (reach === undefined) return '';
  return 'atLeast' in reach ? `≥ ${reach.atLeast}` : `≤ ${reach.atMost}`;
}

function documentOf(kept: readonly Measured[]): string {
  const rows = kept.flatMap(({ bench, on, seconds, othersSeconds, figures }) =>
    figures.map((figure) => {
      const { median, least, most, isReached } = summaryOf(figure);
      const reach = sayReach(figure);
      const others = othersSeconds === undefined ? 'not told' : `${othersSeconds} s of ${seconds} s`;
      return `| \`${bench}\` | ${figure.what} | ${median} ${figure.unit} | ${least}–${most} | ${figure.runs.length} | ${reach} | ${isReached === undefined ? '' : isReached ? 'yes' : '**no**'} | ${on} | ${others} |`;
    }),
  );
  const machines = new Set(kept.map(({ processor, cores, node }) => `${processor}, ${cores} cores, Node ${node}`));
  return `# Performance

Every figure here was measured by \`npm run -s bench -- --keep NAME\`, which keeps it in \`bench/measured\` and writes this page; nothing is written by hand.
Ratios are of runs one after the other on the same machine, "of JSON.parse" against a bare \`JSON.parse\` of the same lines on one core. A figure is the median of its
runs, beside the least and the greatest. "Others" is the processing time that other processes took meanwhile: a figure beside much of it is worth little.
What memory, disk and time grow to with more persons stands in [scale.md](scale.md).

Measured on: ${[...machines].join('; ')}.

| Bench | Figure | Median | Least–greatest | Runs | Should be | Reached | On | Others |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
