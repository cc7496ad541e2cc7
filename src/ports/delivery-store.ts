import type { Day } from '../kernel/day';
import type { Delivered, DeliveryCount } from '../kernel/delivery';
import type { Organisation } from '../kernel/organisation';

/** Which counts are asked for; days of receipt, both included. */
export interface DeliveriesAsked {
  readonly organisation: Organisation;
  readonly from: Day;
  readonly to: Day;
}

/**
 * How much each organisation delivered of what on which day, repeated and refused events included.
 *
 * Promises: everything given to one call is counted once, even if the call is made again after it was cut off where
 * events name their place in a transport (`origin`: `name/partition/offset`, rising within a partition); counts land
 * with the unit of work where there are such units. Nothing in it says whom an event is about.
 */
export abstract class DeliveryStore {
  abstract count(delivered: readonly Delivered[]): Promise<void>;

  /** Everyone who ever delivered, ordered by name. */
  abstract organisations(): Promise<readonly Organisation[]>;

  /** The last day through another on which an organisation, or anybody, delivered something; undefined where none is. */
  abstract lastDay(through: Day, organisation?: Organisation): Promise<Day | undefined>;

  /** What an organisation delivered, ordered by day; days without anything have no count. */
  abstract of(asked: DeliveriesAsked): Promise<readonly DeliveryCount[]>;
}
