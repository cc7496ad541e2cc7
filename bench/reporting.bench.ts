import { join, resolve } from 'node:path';
import { NATIONAL_PATIENTS, nationalStore } from './national-store';
import { ReportingQuestions } from './reporting-questions';
import { Server } from './server-process';
import { inWorkFolder, percentile, rounded, runOnOneCore } from './workbench';

const QUESTIONS = 600;
const EVENTS = 100;

/**
 * A server on a store of 120,000 patients and ten years: any table, profile or chart over HTTP in either view, each
 * asked once and so never answered from memory of an answer; the read model after a restart; an event until the totals
 * show it; and the memory the read model takes.
 */
export function reportingBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const store = join(folder, 'store');
    const environment = { REHABSPOR_DATA: store, REHABSPOR_PORT: '0' };
    const events = await nationalStore(store);

    const first = await Server.start(environment);
    const fromEveryone = await first.secondsSinceSpawnedUntilCounted();
    const workedAhead = await first.secondsUntilWorkedAhead('exact');
    const questions = await ReportingQuestions.of(first, 'exact');
    const answers = await timesOf(first, questions);
    const reflected = await first.timesUntilReflected(EVENTS);
    await first.stop();

    const second = await Server.start({ ...environment, REHABSPOR_VIEW: 'published' });
    const fromSnapshot = await second.secondsSinceSpawnedUntilCounted();
    await second.secondsUntilWorkedAhead('published');
    const published = await timesOf(second, await ReportingQuestions.of(second, 'published'));
    await second.stop();
    const memory = await memoryOfReadModel(store);

    return {
      patients: NATIONAL_PATIENTS,
      events,
      questions: QUESTIONS,
      ...answers,
      published,
      reachAnswers: 'p99 at most 100 ms',
      reflectedP99Milliseconds: percentile(reflected, 0.99),
      reflectedMaxMilliseconds: percentile(reflected, 1),
      reachReflected: 'p99 at most 1,000 ms',
      fromEveryoneSeconds: rounded(fromEveryone, 2),
      workedAheadSeconds: rounded(workedAhead, 1),
      afterRestartSeconds: rounded(fromSnapshot, 2),
      reachRestart: 'at most 3 s',
      ...memory,
      reachMemory: 'at most 400 MB',
    };
  });
}

async function timesOf(server: Server, questions: ReportingQuestions): Promise<Readonly<Record<string, number>>> {
  const all: number[] = [];
  const byKind = new Map<string, number[]>();
  for (let asked = 0; asked < QUESTIONS; asked += 1) {
    const { kind, path } = questions.next();
    const milliseconds = await server.time(path);
    all.push(milliseconds);
    byKind.set(kind, [...(byKind.get(kind) ?? []), milliseconds]);
  }
  return {
    p50Milliseconds: percentile(all, 0.5),
    p99Milliseconds: percentile(all, 0.99),
    maxMilliseconds: percentile(all, 1),
    ...Object.fromEntries([...byKind].map(([kind, times]) => [`${kind}P99Milliseconds`, percentile(times, 0.99)])),
  };
}

/** Heap and array buffers before and after the read model was read back, measured in a process of its own. */
async function memoryOfReadModel(store: string): Promise<Readonly<Record<string, unknown>>> {
  const { output } = await runOnOneCore(resolve(__dirname, 'read-model-once.js'), [store], {}, true);
  return JSON.parse(output) as Record<string, unknown>;
}
