/**
 * Makes writes land together where the platform can.
 *
 * Promises: on the embedded store everything written inside one unit is durable when it resolves and nothing of it
 * when it rejects; units run one after the other. On a distributed store it only runs the work: there every write is
 * safe to repeat, and guarded by its position.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: () => Promise<T>): Promise<T>;
}
