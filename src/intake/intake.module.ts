import { Module } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Clock } from '../ports/clock';
import { IntakeLedger } from '../ports/intake-ledger';
import { PersonEventStore } from '../ports/person-event-store';
import { RejectedEvents } from '../ports/rejected-events';
import { Vault } from '../ports/vault';
import { CheckEventsController } from './adapters/check-events.controller';
import { EventsController } from './adapters/events.controller';
import { IntakeLimits } from './adapters/intake-limits';
import { readKeptPayload } from './adapters/kept-payload';
import { OwnRegistrationsController } from './adapters/own-registrations.controller';
import { RejectedController } from './adapters/rejected.controller';
import { ReceiveEvents } from './application/receive-events';
import { ListRejected } from './application/list-rejected';
import { ExplainRejected } from './application/explain-rejected';
import { ReadRejected } from './application/read-rejected';
import { ResendRejected } from './application/resend-rejected';
import { OwnRegistrations } from './application/own-registrations';
import { RetractRegistration } from './application/retract-registration';

/** Where sources send, and where what was refused is corrected. */
@Module({
  controllers: [CheckEventsController, EventsController, RejectedController, OwnRegistrationsController],
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
    {
      provide: ExplainRejected,
      inject: [ReceiveEvents, IntakeLimits],
      useFactory: (intake: ReceiveEvents, { lines }: IntakeLimits) =>
        new ExplainRejected(intake, (payload) => readKeptPayload(payload, lines)),
    },
    {
      provide: ReadRejected,
      inject: [RejectedEvents, IntakeLimits],
      useFactory: (rejected: RejectedEvents, { lines }: IntakeLimits) =>
        new ReadRejected(rejected, (payload) => readKeptPayload(payload, lines)),
    },
    {
      provide: OwnRegistrations,
      inject: [IntakeLedger, PersonEventStore],
      useFactory: (ledger: IntakeLedger, events: PersonEventStore) => new OwnRegistrations(ledger, events),
    },
    {
      provide: RetractRegistration,
      inject: [ReceiveEvents, OwnRegistrations, Vault, Clock],
      useFactory: (intake: ReceiveEvents, registrations: OwnRegistrations, vault: Vault, clock: Clock) =>
        new RetractRegistration(intake, { registrations, vault, clock }),
    },
  ],
})
export class IntakeModule {}
