import { KeyService } from '../../ports/key-service';
import type { KeyList } from './key-list';

/** So often at most it is looked whether keys have changed. */
const LOOK_AGAIN_MS = 1_000;

/** The keys of a list that is read again when it may have changed; beside them version 0, the one secret. */
export abstract class KeysReadAgain extends KeyService {
  private list: KeyList | undefined;
  private lookedAt = -Infinity;

  constructor(private readonly secret: Buffer) {
    super();
  }

  /** Reads the list; throws where it cannot be had or is none. */
  protected abstract read(): KeyList;

  /** Whether the list may be another than when it was read last; reading says for sure. */
  protected abstract mayHaveChanged(): boolean;

  override currentVersion(): number {
    return this.listNow().current;
  }

  override keyFor(version: number): Buffer | undefined {
    if (version === 0) return this.secret;
    const known = this.listNow().keys.get(version);
    if (known !== undefined) return known;
    return (this.list = this.read()).keys.get(version); // Another process may have been given it before.
  }

  private listNow(): KeyList {
    if (this.list !== undefined && performance.now() - this.lookedAt < LOOK_AGAIN_MS) return this.list;
    this.lookedAt = performance.now();
    if (this.list === undefined || this.mayHaveChanged()) this.list = this.read();
    return this.list;
  }
}
