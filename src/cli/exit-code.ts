import { CommanderError } from 'commander';
import { NotInView } from '../kernel/view';
import { UnknownPolicyError } from '../indicators/domain/compile';
import { FileError } from '../platform/file-error';
import { SettingsError } from '../platform/config/settings';
import { UsageError } from './usage-error';

const USAGE = 2;
const FAILURE = 1;

/** The exit code of a failed command: 2 for a usage error or a file that cannot be read, else 1 (interface.md §4). */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof UsageError || error instanceof NotInView) return USAGE;
  if (error instanceof FileError || error instanceof SettingsError || error instanceof UnknownPolicyError) return USAGE;
  return FAILURE;
}
