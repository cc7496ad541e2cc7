import { Argument, Command } from 'commander';
import { readSettings } from '../platform/config/settings';
import type { Program } from './program';

/** `serve`: one service of the distributed program (interface.md §4). */
export function serveCommand(program: Program): Command {
  return new Command('serve')
    .addArgument(new Argument('<service>', 'which one').choices([...program.services]))
    .action(async (service: string) => {
      await program.serve(readSettings(), service);
    });
}
