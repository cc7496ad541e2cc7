import { execFileSync } from 'node:child_process';
import { SettingsError } from '../config/settings';
import { readKeyList, type KeyList } from './key-list';
import { KeysReadAgain } from './read-again';

const WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 60_000;

/** Keys that a program tells on its standard output, such as the client of a key service; it is asked again every minute. */
export class KeyCommand extends KeysReadAgain {
  private askedAt = -Infinity;

  /** `command`: the program, run without a shell or arguments. Throws `SettingsError` where it tells no keys. */
  constructor(
    private readonly command: string,
    secret: Buffer,
  ) {
    super(secret);
    this.currentVersion();
  }

  protected override mayHaveChanged(): boolean {
    return performance.now() - this.askedAt > ASK_AGAIN_MS;
  }

  protected override read(): KeyList {
    this.askedAt = performance.now();
    return readKeyList(this.told(), `What REHABSPOR_KEY_COMMAND (${this.command}) tells`);
  }

  private told(): string {
    try {
      return execFileSync(this.command, [], {
        encoding: 'utf8',
        timeout: WITHIN_MS,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    } catch (cause) {
      throw new SettingsError(`REHABSPOR_KEY_COMMAND (${this.command}) tells no keys: it cannot be run, or fails.`, {
        cause,
      });
    }
  }
}
