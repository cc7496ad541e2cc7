import { composeEmbedded } from '../src/apps/embedded';
import { readSettings } from '../src/platform/config/settings';
import { StderrLogger } from '../src/platform/stderr-logger';
import { SystemClock } from '../src/platform/system-clock';

/** Opens the store under the definitions the settings name and decides everyone again. */
async function main(): Promise<void> {
  const { indicators, database } = composeEmbedded(readSettings(), new SystemClock(), new StderrLogger());
  const decided = await indicators.decideOutdated();
  await database.close();
  process.stdout.write(JSON.stringify({ decided }));
}

void main();
