import { readFileSync, statSync } from 'node:fs';
import { SettingsError } from '../config/settings';
import { FileError } from '../file-error';
import { openToOthers } from '../private-files';
import { readKeyList, type KeyList } from './key-list';
import { KeysReadAgain } from './read-again';

/** Keys from a file that its owner alone may read; what is changed there counts from the next second on. */
export class KeyFile extends KeysReadAgain {
  private changed = '';

  /** Throws `SettingsError` or `FileError` where the file cannot be used. */
  constructor(
    private readonly file: string,
    secret: Buffer,
  ) {
    super(secret);
    this.currentVersion();
  }

  protected override mayHaveChanged(): boolean {
    return this.stateNow() !== this.changed;
  }

  protected override read(): KeyList {
    if (openToOthers([this.file]).length > 0) {
      throw new SettingsError(`REHABSPOR_KEY_FILE (${this.file}) may be read by others than its owner: chmod 600 it.`);
    }
    const state = this.stateNow();
    const list = readKeyList(this.text(), `REHABSPOR_KEY_FILE (${this.file})`);
    this.changed = state;
    return list;
  }

  private text(): string {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (error) {
      throw FileError.reading(this.file, error);
    }
  }

  private stateNow(): string {
    const found = statSync(this.file, { throwIfNoEntry: false });
    return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
  }
}
