import { Module } from '@nestjs/common';
import { ReceiveEvents } from '../../../intake/application/receive-events';
import { Settings } from '../../../platform/config/settings';
import { Clock } from '../../../ports/clock';
import { Logger } from '../../../ports/logger';
import { ReceiptMetrics } from '../../../ports/receipt-metrics';
import { DeliveriesController } from './deliveries.controller';
import { HandedInFolder } from './handed-in-folder';
import { TakeHandedIn } from './take-handed-in';

/** Where sources hand in deliveries in their own formats. */
@Module({
  controllers: [DeliveriesController],
  providers: [
    {
      provide: HandedInFolder,
      inject: [Settings],
      useFactory: ({ dataFolder }: Settings) => new HandedInFolder(dataFolder),
    },
    {
      provide: TakeHandedIn,
      inject: [HandedInFolder, Settings, ReceiveEvents, ReceiptMetrics, Clock, Logger],
      useFactory: (
        folder: HandedInFolder,
        settings: Settings,
        intake: ReceiveEvents,
        metrics: ReceiptMetrics,
        clock: Clock,
        logger: Logger,
      ) => new TakeHandedIn(folder, { settings, intake, metrics, clock, logger }),
    },
  ],
})
export class DeliveriesModule {}
