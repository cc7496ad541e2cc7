import { liveCasesOver } from '../src/counting/counting.composition';
import { composeEmbedded } from '../src/apps/embedded';
import { LogChangeSource } from '../src/platform/sqlite/log-change-source';
import { readSettings } from '../src/platform/config/settings';
import { SilentLogger } from '../src/platform/silent-logger';
import { FileSnapshots } from '../src/platform/snapshots/file-snapshots';
import { SystemClock } from '../src/platform/system-clock';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Reads the read model of the store named by the first argument back and prints how long it took and what it takes. */
async function main(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const folder = process.argv[2] ?? '';
  const settings = readSettings({ ...process.env, REHABSPOR_DATA: folder });
  const embedded = composeEmbedded(settings, new SystemClock(), new SilentLogger(), { readOnly: true });
  const live = liveCasesOver(embedded, {
    changes: new LogChangeSource(embedded.log),
    snapshots: new FileSnapshots(folder),
    upToDate: () => Promise.resolve(),
  });
  collect();
  const before = inUse();
  const begun = process.hrtime.bigint();
  const { cases } = await live.current();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  collect();
  process.stdout.write(
    JSON.stringify({
      readBackSeconds: Number(seconds.toFixed(2)),
      pathways: cases.length,
      readModelMegabytes: Math.round((inUse() - before) / 1024 / 1024),
    }),
  );
  await embedded.database.close();
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

void main();
