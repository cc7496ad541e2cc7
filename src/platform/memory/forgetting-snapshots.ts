import { Snapshots } from '../../ports/snapshots';

/** Keeps nothing: everything is made again. */
export class ForgettingSnapshots extends Snapshots {
  override read(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override write(): Promise<void> {
    return Promise.resolve();
  }
}
