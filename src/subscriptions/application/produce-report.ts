import type { DeliveredFile } from '../../ports/report-delivery';
import type { SubscriptionOrder } from '../../ports/subscription-book';
import type { DueReport } from '../domain/due-reports';

/** A report as files, and what is to be said with them. */
export interface ProducedReport {
  /** The name of the unit. */
  readonly unit: string;
  /** `arbejdsdefinition` while the definitions are ours. */
  readonly label?: string;
  readonly files: readonly DeliveredFile[];
}

/** Makes a subscription's report; the same order and due report on the same events give the same bytes. */
export type ProduceReport = (order: SubscriptionOrder, report: DueReport) => Promise<ProducedReport>;
