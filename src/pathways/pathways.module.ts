import { Module } from '@nestjs/common';
import { IntakeLedger } from '../ports/intake-ledger';
import { PathwayStateStore } from '../ports/pathway-state-store';
import { PersonEventStore } from '../ports/person-event-store';
import { RejectedEvents } from '../ports/rejected-events';
import { SetAsidePersons } from '../ports/set-aside-persons';
import { FindingsController } from './adapters/findings.controller';
import { ListFindings } from './application/list-findings';

/** What was folded, and what was held back. */
@Module({
  controllers: [FindingsController],
  providers: [
    {
      provide: ListFindings,
      inject: [PathwayStateStore, RejectedEvents, IntakeLedger, PersonEventStore, SetAsidePersons],
      useFactory: (
        states: PathwayStateStore,
        rejected: RejectedEvents,
        ledger: IntakeLedger,
        events: PersonEventStore,
        setAside: SetAsidePersons,
      ) => new ListFindings(states, rejected, ledger, events, setAside),
    },
  ],
})
export class PathwaysModule {}
