import { maskCpr } from '../kernel/cpr-text';
import { Logger } from '../ports/logger';

/** For commands: tells what went wrong on standard error, one line each, repeats once, and nothing else. */
export class StderrLogger extends Logger {
  private last = '';

  override info(): void {
    // Commands show progress instead.
  }

  override warn(_details: object, message: string): void {
    this.tell(`${message}\n`);
  }

  override error(details: object, message: string): void {
    const cause = (details as { error?: unknown }).error;
    this.tell(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`);
  }

  private tell(line: string): void {
    if (line === this.last) return;
    this.last = line;
    process.stderr.write(maskCpr(line));
  }
}
