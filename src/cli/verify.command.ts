import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { TextOutput } from '../platform/ndjson/text-output';
import { Progress } from '../platform/terminal/progress';
import { composeEmbedded } from '../apps/embedded';
import type { TellProgress } from '../operations/rebuild/rebuild-result';
import { Verification, type VerificationResult } from '../operations/verification/verification';

/** `verify`: is the store what the log says? Exit 1 on any difference (interface.md §4). */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Fold the log again and compare it with the store; exit 1 on any difference.')
    .action(async () => {
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      const progress = new Progress(process.stderr);
      const tell: TellProgress = (stage, done, total) => progress.show(stage, done, done, total);
      const verified = settings.mode === 'embedded' ? verifyEmbedded(settings, tell) : verifyElsewhere(settings, tell);
      const { events, persons, decisions, notHandledYet, differences } = await verified;
      progress.done();
      const behind = notHandledYet === 0 ? '' : `, ${notHandledYet} messages not handled yet`;
      const output = new TextOutput(process.stdout, 'standard output');
      output.write(`${events} events, ${persons} persons, ${decisions} decisions compared${behind}.\n`);
      if (differences.length === 0) {
        output.write('The store is what the log says.\n');
      } else {
        output.write(`Differences:\n${differences.map((difference) => `  ${difference}\n`).join('')}`);
        process.exitCode = 1;
      }
      await output.end();
    });
}

async function verifyEmbedded(settings: Settings, tell: TellProgress): Promise<VerificationResult> {
  const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { readOnly: true });
  try {
    return await new Verification(embedded).run((done, total) => void tell('folded', done, total));
  } finally {
    await embedded.database.close();
  }
}

async function verifyElsewhere(settings: Settings, tell: TellProgress): Promise<VerificationResult> {
  const { verifyDistributed } = await import('../operations/verification/verify-distributed'); // Loads brokers' clients.
  return verifyDistributed(settings, tell);
}
