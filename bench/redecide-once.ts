import { composeEmbedded } from '../src/apps/embedded';
import { readSettings } from '../src/platform/config/settings';
import { StderrLogger } from '../src/platform/stderr-logger';
import { SystemClock } from '../src/platform/system-clock';

/** Opens the store under the definitions the settings name, decides everyone again, and tells the seconds of that. */
async function main(): Promise<void> {
  const { indicators, database } = composeEmbedded(readSettings(), new SystemClock(), new StderrLogger());
  const begun = process.hrtime.bigint();
  const decided = await indicators.catchUp();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  await database.close();
  process.stdout.write(JSON.stringify({ decided, seconds }));
}

void main();
