import type { Charts } from '../charts/application/charts';
import type { OrganisationList } from '../kernel/organisation-list';
import type { Settings } from '../platform/config/settings';
import { CronSchedules } from '../platform/cron-schedules';
import { FolderDelivery } from '../platform/delivery/folder-delivery';
import { MailDelivery } from '../platform/delivery/mail-delivery';
import { XlsxWorkbookWriter } from '../platform/xlsx/xlsx-workbook-writer';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { RecallLists } from '../ports/recall-lists';
import type { SubscriptionBook } from '../ports/subscription-book';
import { ExportReport } from '../reporting/adapters/export-report';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { recallOrReport } from './adapters/recall-or-report';
import { unitReportFiles } from './adapters/unit-report-files';
import { ProduceSubscriptions } from './application/produce-subscriptions';
import { TakeSubscriptions } from './application/take-subscriptions';

export interface SubscriptionPorts {
  readonly subscriptionBook: SubscriptionBook;
  readonly reports: IndicatorReports;
  readonly charts: Charts;
  readonly recallLists: RecallLists;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: Pick<Settings, 'reportsFolder' | 'mail'>;
}

/** Taking orders for reports, and producing what is due. */
export function subscriptionsOver(ports: SubscriptionPorts) {
  const { subscriptionBook: book, reports, charts, recallLists, clock, logger, settings } = ports;
  const organisations: OrganisationList = reports.basis.organisations;
  const schedules = new CronSchedules();
  const deliveries = { folder: new FolderDelivery(settings.reportsFolder), mail: new MailDelivery(settings.mail) };
  const exporting = new ExportReport(new XlsxWorkbookWriter(), organisations);
  const produce = recallOrReport(recallLists, unitReportFiles(reports, exporting, charts), reports.basis);
  const indicators = reports.basis.set.indicators.map(({ key }) => key);
  return {
    taking: new TakeSubscriptions(book, deliveries, schedules, { organisations, indicators }, clock),
    producing: new ProduceSubscriptions({ book, deliveries, schedules, produce, clock, logger }),
  };
}
