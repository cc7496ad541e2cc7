import { Logger } from '../ports/logger';

/** For commands and tests whose output is something else. */
export class SilentLogger extends Logger {
  override info(): void {}
  override warn(): void {}
  override error(): void {}
}
