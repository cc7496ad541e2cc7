import { CronSchedules } from '../platform/cron-schedules';
import { FolderDelivery } from '../platform/delivery/folder-delivery';
import { MailDelivery } from '../platform/delivery/mail-delivery';
import { XlsxWorkbookWriter } from '../platform/xlsx/xlsx-workbook-writer';
import type { Logger } from '../ports/logger';
import { unitReportFiles } from '../subscriptions/adapters/unit-report-files';
import { Charts } from '../charts/application/charts';
import { ExportReport } from '../reporting/adapters/export-report';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { ProduceSubscriptions } from '../subscriptions/application/produce-subscriptions';
import { TakeSubscriptions } from '../subscriptions/application/take-subscriptions';
import type { Rooms } from './rooms';
import { repeatedly } from '../platform/repeatedly';

const LOOK_EVERY_MS = 60_000;

/** Subscriptions over some platform: taking orders, and producing what is due. */
export function subscriptionsOver(rooms: Rooms, reports: IndicatorReports, logger: Logger) {
  const { settings, clock, organisations, subscriptionBook: book } = rooms;
  const schedules = new CronSchedules();
  const deliveries = { folder: new FolderDelivery(settings.reportsFolder), mail: new MailDelivery(settings.mail) };
  const charts = new Charts(reports.counted, reports.basis, settings.smallNumbers);
  const produce = unitReportFiles(reports, new ExportReport(new XlsxWorkbookWriter()), charts);
  return {
    taking: new TakeSubscriptions(book, deliveries, schedules, organisations, clock),
    producing: new ProduceSubscriptions({ book, deliveries, schedules, produce, clock, logger }),
  };
}

/** Produces what was missed while nobody ran, then every minute what is due; `stop` finishes what is under way. */
export function produceRegularly(producing: ProduceSubscriptions, logger: Logger): { stop(): Promise<void> } {
  const what = 'Producing subscriptions';
  const missed = producing
    .produceDue()
    .then(() => undefined)
    .catch((error: unknown) => logger.error({ error }, `${what} failed and is tried again`));
  const looking = repeatedly(LOOK_EVERY_MS, logger, what, () => missed.then(() => producing.produceDue()));
  return {
    stop: async () => {
      await missed;
      await looking.stop();
    },
  };
}
