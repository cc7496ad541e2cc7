import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from './figure';
import type { Seconds } from './peers/decide-folder';
import { writePopulation } from './peers/population';
import { differences } from './peers/said';
import { inWorkFolder, median, rounded, runOnOneCore } from './workbench';

const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 5);
const FEW = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 120);
/** As many times as many for those who take no time for few. */
const MANY = 50 * FEW;

const SCRIPTS = {
  'fqm-execution': 'bench/peers/fqm.mjs',
  'cql-execution': 'bench/peers/cql.mjs',
  DuckDB: 'bench/peers/duckdb.mjs',
  rehabspor: resolve(__dirname, 'peers', 'rehabspor-once.js'),
} as const;
type Program = keyof typeof SCRIPTS;

/** What one program told of a folder in a round. */
type Told = Pick<Seconds, 'seconds' | 'eventSeconds'> & {
  readonly fromEvents?: number;
  readonly peakMegabytes: number;
};
type Round = Readonly<Record<Program, Told>> & { readonly many: Readonly<Record<'DuckDB' | 'rehabspor', Told>> };

/**
 * The same patients and indicators decided by fqm-execution, cql-execution, DuckDB and rehabspor, one after the other in
 * each round, each on one core in a process of its own (bench/peers/README.md). Throws where they differ about anyone.
 */
export function peersBench(): Promise<Readonly<Record<string, unknown>>> {
  for (const folder of ['bench/peers', 'tools/oracle']) {
    const install = `npm ci --ignore-scripts --prefix ${folder}`;
    if (!existsSync(join(folder, 'node_modules'))) throw new Error(`Install the peers first: ${install}`);
  }
  return inWorkFolder(async (folder) => {
    const [few, many] = [join(folder, 'few'), join(folder, 'many')];
    const written = await writePopulation(few, FEW, { inFhir: true });
    const writtenMany = await writePopulation(many, MANY, { inFhir: false });
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await roundOver(few, many));
    return {
      few: written,
      many: writtenMany,
      figures: [
        ...wholeEvaluation(rounds, written.persons, writtenMany.persons),
        ...oneEvent(rounds),
        ...memory(rounds, written.persons, writtenMany.persons),
      ],
    };
  });
}

async function roundOver(few: string, many: string): Promise<Round> {
  const round = {
    'fqm-execution': await run('fqm-execution', few),
    'cql-execution': await run('cql-execution', few),
    DuckDB: await run('DuckDB', few),
    rehabspor: await run('rehabspor', few),
    many: { DuckDB: await run('DuckDB', many), rehabspor: await run('rehabspor', many) },
  };
  const different = [
    ...differences(few, 'fqm-execution'),
    ...differences(few, 'cql-execution'),
    ...differences(few, 'DuckDB'),
    ...differences(many, 'DuckDB'),
  ];
  if (different.length > 0)
    throw new Error(`They do not agree, so no time counts:\n${different.slice(0, 10).join('\n')}`);
  return round;
}

async function run(program: Program, folder: string): Promise<Told> {
  const { output, peakMegabytes } = await runOnOneCore(SCRIPTS[program], [folder], {}, true);
  return { ...(JSON.parse(output) as Seconds), peakMegabytes };
}

const fromEvents = ({ fromEvents: seconds, seconds: decided }: Told): number => seconds ?? decided;

function wholeEvaluation(rounds: readonly Round[], few: number, many: number): Figure[] {
  const aSecond = (what: string, persons: number, seconds: (round: Round) => number): Figure => ({
    what: `${what}, patients a second (of ${persons})`,
    runs: rounds.map((round) => rounded(persons / seconds(round), 1)),
    unit: '',
  });
  const timesAsFast = (program: 'fqm-execution' | 'cql-execution', atLeast: number): Figure => ({
    what: `from events, explained, as many times as fast as \`${program}\``,
    runs: rounds.map((round) => Math.round(round[program].seconds / fromEvents(round.rehabspor))),
    unit: '×',
    reach: { atLeast },
  });
  return [
    aSecond('`fqm-execution`', few, (round) => round['fqm-execution'].seconds),
    aSecond('`cql-execution`', few, (round) => round['cql-execution'].seconds),
    aSecond('from events, explained', few, (round) => fromEvents(round.rehabspor)),
    timesAsFast('fqm-execution', 500),
    timesAsFast('cql-execution', 200),
    aSecond('DuckDB’s counts', many, (round) => round.many.DuckDB.seconds),
    aSecond('from what is folded, explained', many, (round) => round.many.rehabspor.seconds),
    {
      what: 'from what is folded, explained, times DuckDB’s counts',
      runs: rounds.map(({ many: { rehabspor, DuckDB } }) => rounded(rehabspor.seconds / DuckDB.seconds, 1)),
      unit: '×',
      reach: { atMost: 20 },
    },
    {
      what: `the same of ${few} patients`,
      runs: rounds.map(({ rehabspor, DuckDB }) => rounded(rehabspor.seconds / DuckDB.seconds, 3)),
      unit: '×',
    },
  ];
}

const PROGRAMS = Object.keys(SCRIPTS) as Program[];

function oneEvent(rounds: readonly Round[]): Figure[] {
  return PROGRAMS.map((program) => ({
    what: `one new event, ${named(program)}`,
    runs: rounds.map((round) => rounded(median(round[program].eventSeconds) * 1_000)),
    unit: 'ms',
  }));
}

function memory(rounds: readonly Round[], few: number, many: number): Figure[] {
  const peak = (program: Program, persons: number, told: (round: Round) => Told): Figure => ({
    what: `peak memory, ${persons} patients, ${named(program)}`,
    runs: rounds.map((round) => Math.round(told(round).peakMegabytes)),
    unit: 'MB',
  });
  return [
    ...PROGRAMS.map((program) => peak(program, few, (round) => round[program])),
    peak('DuckDB', many, (round) => round.many.DuckDB),
    peak('rehabspor', many, (round) => round.many.rehabspor),
  ];
}

const named = (program: Program): string =>
  program === 'DuckDB' || program === 'rehabspor' ? program : `\`${program}\``;
