import { Logger } from '../ports/logger';
import { maskCpr } from './telemetry/mask-cpr';

/** For commands: tells what went wrong on standard error, one line each, and nothing else. */
export class StderrLogger extends Logger {
  override info(): void {
    // Commands show progress instead.
  }

  override warn(_details: object, message: string): void {
    process.stderr.write(maskCpr(`${message}\n`));
  }

  override error(details: object, message: string): void {
    const cause = (details as { error?: unknown }).error;
    process.stderr.write(maskCpr(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`));
  }
}
