import { Module } from '@nestjs/common';
import { DecisionSource } from '../ports/decision-source';
import { PersonEventStore } from '../ports/person-event-store';
import { SetAsidePersons } from '../ports/set-aside-persons';
import { ChangesController } from './adapters/changes.controller';
import { IndicatorsController } from './adapters/indicators.controller';
import { PersonsController } from './adapters/persons.controller';
import { ViewPerson } from './application/view-person';
import { DecisionWriter } from './domain/render';

/** What is decided, on whom and by what. */
@Module({
  controllers: [IndicatorsController, PersonsController, ChangesController],
  providers: [
    {
      provide: ViewPerson,
      inject: [DecisionSource, PersonEventStore, DecisionWriter, SetAsidePersons],
      useFactory: (
        source: DecisionSource,
        events: PersonEventStore,
        writer: DecisionWriter,
        setAside: SetAsidePersons,
      ) => new ViewPerson(source, events, writer, setAside),
    },
  ],
})
export class IndicatorsModule {}
