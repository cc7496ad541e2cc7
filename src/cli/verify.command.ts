import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { TextOutput } from '../platform/ndjson/text-output';
import { Progress } from '../platform/terminal/progress';
import type { TellProgress } from '../operations/rebuild/rebuild-result';
import type { Program } from './program';
import { saySetAside } from './set-aside';

/** `verify`: is the store what the log says? Exit 1 on any difference (interface.md §4). */
export function verifyCommand(program: Program): Command {
  return new Command('verify').action(async () => {
    const settings = readSettings();
    warnOfDevelopmentKey(settings);
    const progress = new Progress(process.stderr);
    const tell: TellProgress = (stage, done, total) => progress.show(stage, done, done, total);
    const { events, persons, decisions, notHandledYet, differences, setAside } = await program.verify(settings, tell);
    progress.done();
    const behind = notHandledYet === 0 ? '' : `, ${notHandledYet} messages not handled yet`;
    const output = new TextOutput(process.stdout, 'standard output');
    output.write(`${events} events, ${persons} persons, ${decisions} decisions compared${behind}.\n`);
    output.write(saySetAside(setAside));
    if (differences.length === 0) {
      output.write('The store is what the log says.\n');
    } else {
      output.write(`Differences:\n${differences.map((difference) => `  ${difference}\n`).join('')}`);
      process.exitCode = 1;
    }
    await output.end();
  });
}
