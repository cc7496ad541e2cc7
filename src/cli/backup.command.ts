import { Command } from 'commander';
import { readSettings } from '../platform/config/settings';
import type { Program } from './program';

const HELP = `
The file is the store as it stands at one moment: events, decisions, frozen reports, definition sets, subscriptions, and
what deliveries in the sources' own formats said so far. A server that has the store runs on and may write meanwhile. The
copy is checked before it gets its name, and no file is overwritten. CPR numbers in it are sealed under REHABSPOR_KEY: keep
a copy of the key elsewhere, for without it neither \`restore\` nor anybody else opens the file.

On Kafka and MongoDB back up the database with its own tools, or \`export\` the events.`;

/** `backup`: a copy of the embedded store, taken while a server runs. */
export function backupCommand(program: Program): Command {
  return new Command('backup')
    .argument('<file>', 'the new file')
    .addHelpText('after', HELP)
    .action(async (file: string) => {
      const bytes = await program.backUp(readSettings(), file);
      process.stderr.write(`The store is in ${file} (${bytes} bytes), checked. Keep REHABSPOR_KEY elsewhere.\n`);
    });
}
