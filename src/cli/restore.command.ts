import { Command } from 'commander';
import { readSettings } from '../platform/config/settings';
import type { Program } from './program';

/** `restore`: the store of an empty folder from a backup. */
export function restoreCommand(program: Program): Command {
  return new Command('restore').argument('<file>', 'the file that `backup` wrote').action(async (file: string) => {
    const settings = readSettings();
    const bytes = await program.restore(settings, file);
    process.stderr.write(`The store in ${settings.dataFolder} is that of ${file} (${bytes} bytes), checked.\n`);
  });
}
