import { Command } from 'commander';
import { readSettings } from '../platform/config/settings';
import type { Program } from './program';

/** `start`: everything in one process on the embedded store, until it is stopped. */
export function startCommand(program: Program): Command {
  return new Command('start').action(() => program.start(readSettings()));
}
