import { Module } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Clock } from '../ports/clock';
import { RejectedEvents } from '../ports/rejected-events';
import { EventsController } from './adapters/events.controller';
import { IntakeLimits } from './adapters/intake-limits';
import { readKeptPayload } from './adapters/kept-payload';
import { RejectedController } from './adapters/rejected.controller';
import { ReceiveEvents } from './application/receive-events';
import { ListRejected } from './application/list-rejected';
import { ResendRejected } from './application/resend-rejected';

/** Where sources send, and where what was refused is corrected. */
@Module({
  controllers: [EventsController, RejectedController],
  providers: [
    {
      provide: IntakeLimits,
      inject: [Settings],
      useFactory: ({ lineLimits }: Settings) => new IntakeLimits(lineLimits),
    },
    {
      provide: ListRejected,
      inject: [RejectedEvents],
      useFactory: (rejected: RejectedEvents) => new ListRejected(rejected),
    },
    {
      provide: ResendRejected,
      inject: [RejectedEvents, ReceiveEvents, Clock, IntakeLimits],
      useFactory: (rejected: RejectedEvents, intake: ReceiveEvents, clock: Clock, { lines }: IntakeLimits) =>
        new ResendRejected(rejected, intake, clock, (payload) => readKeptPayload(payload, lines)),
    },
  ],
})
export class IntakeModule {}
