import { Command } from 'commander';
import { readSettings } from '../platform/config/settings';
import { TextOutput } from '../platform/ndjson/text-output';
import { Progress } from '../platform/terminal/progress';
import type { Program } from './program';

const HELP = `
CPR numbers and refused events rest sealed under the keys of REHABSPOR_KEY_FILE or REHABSPOR_KEY_COMMAND; each says under
which. Add a key, make it the current one, and what is written from then on is sealed under it. \`rekey\` seals anew what
rests under older ones, while others read and write; broken off, it goes on where it was. Then the older keys may go.

On Kafka and MongoDB it runs beside the services. The server of an embedded store does it by itself, as soon as the
current key is another; the command is for a store that no server has.`;

/** `rekey`: everything that rests sealed under the key in use. */
export function rekeyCommand(program: Program): Command {
  return new Command('rekey').addHelpText('after', HELP).action(async () => {
    const opened = await program.open(readSettings(), 'write');
    const output = new TextOutput(process.stdout, 'standard output');
    if ('address' in opened) {
      output.write(
        `The server at ${opened.address} has this store and does it by itself; its log says when it is done.\n`,
      );
    } else {
      const progress = new Progress(process.stderr);
      const { numbers, rejected, resealed } = await opened.operations
        .rekey((stage, done) => progress.show(stage, done, done))
        .finally(() => opened.close())
        .finally(() => progress.done());
      output.write(
        `${resealed} sealed anew; ${numbers} CPR numbers and ${rejected} refused events are under the current key.\n`,
      );
    }
    await output.end();
  });
}
