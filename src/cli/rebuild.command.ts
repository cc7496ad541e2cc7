import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { TextOutput } from '../platform/ndjson/text-output';
import { Progress } from '../platform/terminal/progress';
import { writeDigest } from '../operations/rebuild/digest-sum';
import type { RebuildResult, TellProgress } from '../operations/rebuild/rebuild-result';
import type { Program } from './program';
import { saySetAside } from './set-aside';

const HELP = `
Every person's events, relations and pathway states are folded again from the log, beside those in use, read back, and
taken over only if they read back with the digest they were folded with. Until then nothing that is in use is touched.
Whose states are other than before is decided again.

On Kafka and MongoDB the services run on meanwhile and go over by themselves. An embedded store must have no server
running; commands that read may go on.`;

/** `rebuild`: all states from the log, taken over only when their digest is right. */
export function rebuildCommand(program: Program): Command {
  return new Command('rebuild').addHelpText('after', HELP).action(async () => {
    const settings = readSettings();
    warnOfDevelopmentKey(settings);
    const progress = new Progress(process.stderr);
    const result = await rebuild(program, settings, (stage, done, total) =>
      progress.show(stage, done, done, total),
    ).finally(() => progress.done());
    const output = new TextOutput(process.stdout, 'standard output');
    output.write(summaryOf(result).join('\n') + '\n');
    await output.end();
    if (result.outcome === 'refused') process.exitCode = 1;
  });
}

async function rebuild(program: Program, settings: Settings, tell: TellProgress): Promise<RebuildResult> {
  const opened = await program.open(settings, 'rebuild');
  return opened.operations.rebuild(tell).finally(() => opened.close());
}

function summaryOf({
  events,
  persons,
  computed,
  read,
  faults,
  differing,
  outcome,
  setAside,
  notes,
}: RebuildResult): string[] {
  const rebuilt = `${events} events folded into ${persons} persons, digest ${writeDigest(computed)}.`;
  if (outcome === 'refused') {
    return [
      rebuilt,
      `Read back with digest ${writeDigest(read)}: ${faults} persons are other than they were folded. Nothing was taken ` +
        'over; what was in use still is. Look after the database, then run it again.',
    ];
  }
  return [
    rebuilt,
    'Read back with the same digest.',
    sayDiffering(differing),
    'The rebuilt states are in use.',
    ...(setAside.length === 0 ? [] : [saySetAside(setAside).trimEnd()]),
    ...notes,
  ];
}

function sayDiffering(differing: number): string {
  if (differing === 0) return 'Nobody’s state was other than before.';
  if (differing === 1) return 'One person’s state was other than before; it is decided again.';
  return `${differing} persons’ states were other than before; they are decided again.`;
}
