import { UnitOfWork } from '../../ports/unit-of-work';

/** Runs the work as it is; for adapters that have nothing to commit. */
export class ImmediateUnitOfWork extends UnitOfWork {
  override run<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
}
