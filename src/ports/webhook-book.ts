import type { Day } from '../kernel/day';
import type { DecisionCause } from '../kernel/decision-change';
import type { Organisation } from '../kernel/organisation';

/** How events are put into a request (CloudEvents 1.0, HTTP protocol binding, 3.2 and 3.3): each by itself, or many. */
export const CONTENT_MODES = ['structured', 'batch'] as const;
export type ContentMode = (typeof CONTENT_MODES)[number];

/** Which changed decisions somebody wants, where and for whom. */
export interface WebhookOrder {
  /** What the system is called. */
  readonly name: string;
  /** Who it belongs to: it is sent what this organisation may see. */
  readonly organisation: Organisation;
  readonly url: string;
  readonly mode: ContentMode;
  /** Keys of indicators; absent: every one. */
  readonly indicators?: readonly string[];
  /** `hospital:…`, `municipality:…` or `region:…` that a pathway is counted under; absent: any. */
  readonly unit?: string;
  /** Only what was decided anew for one of these causes; absent: any. */
  readonly causes?: readonly DecisionCause[];
}

/** Why nothing is sent until somebody resumes it. */
export type HoldReason = 'gone' | 'failing' | 'not-allowed' | 'lost-place';

/** How far a webhook has come. */
export interface WebhookProgress {
  /** Grows with every change. */
  readonly revision: number;
  /** The place in the feed of decisions through which everything was taken; absent: nothing yet. */
  readonly place?: string;
  /** What was decided as of an earlier day is passed over. */
  readonly fromDay?: Day;
  /** Which process is at it, and until when (milliseconds) the others leave it alone. */
  readonly claim?: { readonly by: string; readonly until: number };
  /** What stands in the way, since the first attempt of a row that failed. */
  readonly failure?: {
    readonly times: number;
    readonly since: number;
    readonly at: number;
    readonly retryAt: number;
    readonly says: string;
  };
  readonly hold?: { readonly at: number; readonly reason: HoldReason; readonly says: string };
}

export interface Webhook extends WebhookOrder {
  /** Made of the order, so that the same order is the same webhook. */
  readonly id: string;
  /** The secret that bodies are signed with, sealed, as base64. */
  readonly sealedSecret: string;
  readonly progress: WebhookProgress;
}

/**
 * Every webhook with how far it has come: with the log of decisions, the outbox.
 *
 * Promises: adding one that is there changes nothing; of several who advance from the same revision exactly one does;
 * what was removed is not advanced and does not come back by it; what `advance` resolved for is durable.
 */
export abstract class WebhookBook {
  /** True when it was not there before. */
  abstract add(webhook: Webhook): Promise<boolean>;

  /** All, by id. */
  abstract all(): Promise<readonly Webhook[]>;

  abstract find(id: string): Promise<Webhook | undefined>;

  /** True when it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** Puts the progress if it still is at the revision before; false when somebody else came first or it is gone. */
  abstract advance(id: string, progress: WebhookProgress): Promise<boolean>;
}
