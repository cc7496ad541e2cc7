import { danishDay } from '../../kernel/day';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { Parcel } from '../../ports/report-delivery';
import type { Schedules } from '../../ports/schedules';
import type { Subscription, SubscriptionBook, SubscriptionProgress } from '../../ports/subscription-book';
import { periodTitle } from '../../kernel/period';
import { PARCEL_WORDS } from '../../kernel/words/subscriptions';
import { dueReports, retryDelay, type DueReport } from '../domain/due-reports';
import { latestClosedPeriod } from '../domain/latest-closed-period';
import { deliverTo, type Deliveries } from './deliveries';
import type { ProducedReport, ProduceReport } from './produce-report';

/** So long others leave a report to the one who is at it. */
const CLAIM_MS = 10 * 60_000;

/** What producing needs of the outside. */
export interface Producing {
  readonly book: SubscriptionBook;
  readonly deliveries: Deliveries;
  readonly schedules: Schedules;
  readonly produce: ProduceReport;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Produces what is due and hands it over.
 *
 * A due time is done with once its report was handed over and that was noted: one process at a time is at a
 * subscription, and one that breaks off between the two hands the same parcel over again. What fails is told, kept
 * with the subscription and tried again, later and later.
 */
export class ProduceSubscriptions {
  constructor(private readonly producing: Producing) {}

  /** Produces everything that is due by now, what was missed included, each period once; resolves with how many. */
  async produceDue(): Promise<number> {
    let produced = 0;
    for (const subscription of await this.producing.book.all()) produced += await this.produceOne(subscription);
    return produced;
  }

  /** Produces one now, outside its schedule, which goes on as it was; `failure` says why it was not handed over. */
  async produceNow(subscription: Subscription): Promise<Parcel | { readonly failure: string }> {
    const due = this.producing.clock.now();
    const period = latestClosedPeriod(subscription.period, danishDay(due));
    const parcel = await this.pack(subscription, { due, period });
    try {
      await deliverTo(this.producing.deliveries, subscription.delivery, parcel);
      return parcel;
    } catch (error) {
      return { failure: reasonOf(error) };
    }
  }

  private async produceOne(subscription: Subscription): Promise<number> {
    const { book, schedules, clock, logger } = this.producing;
    const { id, progress, period, schedule } = subscription;
    const now = clock.now();
    if (now < Math.max(progress.failure?.retryAt ?? 0, progress.claimedUntil ?? 0)) return 0;
    const reports = dueReports(schedules.between(schedule, progress.doneThrough, now), period);
    let produced = 0;
    let standing: SubscriptionProgress = progress;
    for (const report of reports) {
      const claim = { ...standing, revision: standing.revision + 1, claimedUntil: clock.now() + CLAIM_MS };
      if (!(await book.advance(id, claim))) return produced;
      try {
        await this.handOver(subscription, report);
      } catch (error) {
        const failed = failedAfter(claim, clock.now(), error);
        await book.advance(id, failed);
        logger.warn({ subscription: id, ...failed.failure }, 'A subscription failed and is tried again');
        return produced;
      }
      standing = { revision: claim.revision + 1, doneThrough: report.due };
      if (!(await book.advance(id, standing))) return produced;
      produced += 1;
      logger.info({ subscription: id, period: report.period.name }, 'A subscription was produced');
    }
    return produced;
  }

  private async handOver(subscription: Subscription, report: DueReport): Promise<void> {
    await deliverTo(this.producing.deliveries, subscription.delivery, await this.pack(subscription, report));
  }

  private async pack(subscription: Subscription, report: DueReport): Promise<Parcel> {
    return parcelOf(subscription, report, await this.producing.produce(subscription, report));
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'It is not known what stood in the way.';

function failedAfter({ revision, doneThrough, failure: before }: SubscriptionProgress, at: number, error: unknown) {
  const times = (before?.times ?? 0) + 1;
  const failure = { times, at, retryAt: at + retryDelay(times), says: reasonOf(error) };
  return { revision: revision + 1, doneThrough, failure };
}

function parcelOf(
  { id, language, recall }: Subscription,
  { due, period }: DueReport,
  { unit, label, files }: ProducedReport,
): Parcel {
  if (recall !== undefined) {
    const subject = PARCEL_WORDS.recallSubject({ unit, day: danishDay(due) })[language];
    return { reference: `${id}-${due}`, subject, text: PARCEL_WORDS.recallText[language], files };
  }
  return {
    reference: `${id}-${due}`,
    subject: PARCEL_WORDS.subject({ unit, period: periodTitle(period) })[language],
    text: (label === undefined ? PARCEL_WORDS.text : PARCEL_WORDS.labelled({ label }))[language],
    files,
  };
}
