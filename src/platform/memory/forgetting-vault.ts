import { Vault } from '../../ports/vault';

/** For pipelines that never show a CPR number: forgets every one at once. */
export class ForgettingVault extends Vault {
  override put(): Promise<void> {
    return Promise.resolve();
  }

  override numbersOf(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map());
  }

  override async *scan(): AsyncIterable<never> {
    // There is nobody.
  }

  override erase(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override erasedAmong(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set());
  }

  override reseal(): Promise<{ readonly seen: number; readonly resealed: number }> {
    return Promise.resolve({ seen: 0, resealed: 0 });
  }
}
