/** Which closed period a report is about, counted back from the day it is due. */
export const PERIOD_RULES = ['month', 'quarter', 'tertial', 'year'] as const;
export type PeriodRule = (typeof PERIOD_RULES)[number];

export const SUBSCRIPTION_FORMATS = ['csv', 'xlsx', 'json', 'svg'] as const;
export type SubscriptionFormat = (typeof SUBSCRIPTION_FORMATS)[number];

/** Where a report goes: a folder below the one that is set, or addresses of people. */
export type Destination =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'mail'; readonly to: readonly string[] };

/** Whom a recall list is of, beside that its organisation has a relation with them; what is there holds together. */
export interface RecallCriteria {
  /** The key of an indicator that can still be met; absent: any. */
  readonly indicator?: string;
  /** Whole years, both included. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  /** At least so many days since the last contact. */
  readonly daysSince?: number;
  readonly followedElsewhere?: boolean;
  readonly sort?: 'deadline' | 'last-contact';
}

/** What somebody wants to get, when and where. */
export interface SubscriptionOrder {
  /** `hospital:…`, `municipality:…`, `region:…` or `denmark`. */
  readonly unit: string;
  /** The latest month, quarter, tertial or year that has ended. */
  readonly period: PeriodRule;
  readonly formats: readonly SubscriptionFormat[];
  readonly language: 'da' | 'en';
  /** When, as cron text in Danish time. */
  readonly schedule: string;
  readonly delivery: Destination;
  /** A list of whom the unit can still recall in place of its report; then the unit is an organisation that treats. */
  readonly recall?: RecallCriteria;
}

/** How far a subscription has come. */
export interface SubscriptionProgress {
  /** Grows with every change. */
  readonly revision: number;
  /** Every time it was due through this instant (milliseconds) is done with; from the start the moment it was made. */
  readonly doneThrough: number;
  /** Until then (milliseconds) somebody is at it. */
  readonly claimedUntil?: number;
  /** What stands in the way, when the last attempt failed. */
  readonly failure?: { readonly times: number; readonly at: number; readonly retryAt: number; readonly says: string };
}

export interface Subscription extends SubscriptionOrder {
  /** Made of the order, so that the same order is the same subscription. */
  readonly id: string;
  readonly progress: SubscriptionProgress;
}

/**
 * Every subscription with how far it has come.
 *
 * Promises: adding one that is there changes nothing; of several who advance from the same revision exactly one does;
 * what was removed is not advanced and does not come back by it.
 */
export abstract class SubscriptionBook {
  /** True when it was not there before. */
  abstract add(subscription: Subscription): Promise<boolean>;

  /** All, by id. */
  abstract all(): Promise<readonly Subscription[]>;

  abstract find(id: string): Promise<Subscription | undefined>;

  /** True when it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** Puts the progress if it still is at the revision before; false when somebody else came first or it is gone. */
  abstract advance(id: string, progress: SubscriptionProgress): Promise<boolean>;
}
